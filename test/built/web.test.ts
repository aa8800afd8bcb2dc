import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readBuilt } from './dist.ts';

/** Design, section 9: what is loaded before the first page can be used, gzip. */
const firstLoadBudget = 90_000;

/** Scripts that the page or another of them imports statically; dynamic imports come later. */
function firstLoadScripts(): string[] {
  const page = readBuilt('web/index.html');
  const waiting = [...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) =>
    posix.join('web', source),
  );
  const found = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const imports = readBuilt(path).matchAll(/(?:^|[;}\s])(?:import|export)\b[^'"()]*?["'](\.[^"']+)["']/g);
    for (const [, source = ''] of imports) waiting.push(posix.join(posix.dirname(path), source));
  }
  return [...found];
}

test('the first page loads within its budget', () => {
  const scripts = firstLoadScripts();
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readBuilt(path)).length, 0);
  expect(bytes).toBeLessThanOrEqual(firstLoadBudget);
});

test('the page works from any sub-path and runs no inline script', () => {
  const page = readBuilt('web/index.html');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
  expect(addresses.filter((address) => !address.startsWith('./'))).toEqual([]);
  expect(page).toMatch(/http-equiv="Content-Security-Policy"/);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
