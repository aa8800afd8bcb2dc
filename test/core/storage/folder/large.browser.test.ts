import { expect, test } from 'vitest';
import { openFolderStore } from '#core/storage/folder/store.ts';
import { compareUtf8 } from '#core/util/text-order.ts';
import { browserPorts } from '#core/worker/browser-ports.ts';

const count = 100_000;

/** How long the thread was ever kept from others, in milliseconds, while `work` ran. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  let running = true;
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) port2.postMessage(undefined);
  });
  port1.start();
  port2.postMessage(undefined);
  await work();
  running = false;
  port1.close();
  return longest;
}

test('100,000 files of one folder come in order, without keeping the page', {
  timeout: 120_000,
}, async () => {
  // Names as a disk gives them: in no order.
  const names = Array.from({ length: count }, (_, i) => `${(i * 7919) % count} ${i % 3 ? 'é' : '😀'}.jpg`);
  const file = new File(['x'], 'one for all');
  // A disk that holds no more than names: what is measured is ours, not the disk's.
  const root = await navigator.storage.getDirectory();
  const handle = Object.assign(await root.getDirectoryHandle('large', { create: true }), {
    values: async function* values() {
      for (const name of names) yield { kind: 'file', name, getFile: async () => file };
    },
  });
  const store = openFolderStore(
    { provider: 'folder', folder: 'large', name: 'large', prefix: '', writable: false },
    { kind: 'folder-handle', handle },
    browserPorts({ origin: location.origin, kind: 'web' }),
  );
  const listed: string[] = [];
  const longest = await longestBlock(async () => {
    for await (const { objects } of store.list({})) {
      expect(objects.length).toBeLessThanOrEqual(1000);
      for (const { key } of objects) listed.push(key);
    }
  });
  expect(listed).toHaveLength(count);
  expect(listed.every((key, i) => i === 0 || compareUtf8(listed[i - 1] ?? '', key) < 0)).toBe(true);
  expect(longest).toBeLessThan(50);
});
