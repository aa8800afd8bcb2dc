import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { testObjectStore } from './object-store.ts';

testObjectStore('this device (OPFS)', async () => {
  const folder = `test ${crypto.randomUUID()}`;
  const store = await openStore({ provider: 'device', folder, prefix: '' }, undefined, makePorts());
  return {
    store,
    cleanUp: async () => {
      const objects = await (await navigator.storage.getDirectory()).getDirectoryHandle('objects');
      await objects.removeEntry(encodeURIComponent(folder), { recursive: true });
    },
  };
});
