import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listBuilt, readBuilt } from './dist.ts';

const scripts = listBuilt('extension').filter((path) => path.endsWith('.js'));

/** The service worker's own script and all that it imports. */
function serviceWorkerScripts(): string[] {
  const waiting = ['extension/service-worker-loader.js'];
  const found = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const from = new URL(path, 'file:///');
    for (const [, source = ''] of readBuilt(path).matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)) {
      waiting.push(new URL(source, from).pathname.slice(1));
    }
  }
  return [...found];
}

test('asks for no host and shows no file to any page at install', () => {
  const manifest: unknown = JSON.parse(readBuilt('extension/manifest.json'));
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
  expect(manifest).toMatchObject({
    manifest_version: 3,
    permissions: [
      'activeTab',
      'storage',
      'unlimitedStorage',
      'identity',
      'declarativeNetRequestWithHostAccess',
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
  });
});

test('no script makes code from text', () => {
  const makes = scripts.filter((path) =>
    /(?<![.\w$])eval\((?![\w$,]*\)\{)|\bnew Function\(/.test(readBuilt(path)),
  );
  expect(scripts.length).toBeGreaterThan(2);
  expect(makes).toEqual([]);
});

test('the service worker imports nothing late, which browsers forbid there', () => {
  const workers = serviceWorkerScripts();
  expect(workers.length).toBeGreaterThan(1);
  expect(workers.filter((path) => /\bimport\(/.test(readBuilt(path)))).toEqual([]);
});

test("each console's script is small and whole", () => {
  for (const path of scripts.filter((name) => name.startsWith('extension/extension/content/'))) {
    const text = readBuilt(path);
    expect(gzipSync(text).length).toBeLessThan(8000);
    expect(text).not.toMatch(/\bimport\b/);
  }
});
