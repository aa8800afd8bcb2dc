import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { testObjectStore } from './object-store.ts';

/** A folder of the origin's own disk: as real a handle as the picker's, without its question. */
testObjectStore(
  'a lent folder (File System Access)',
  async () => {
    const name = `lent ${crypto.randomUUID()}`;
    const root = await navigator.storage.getDirectory();
    const handle = await root.getDirectoryHandle(name, { create: true });
    const store = await openStore(
      { provider: 'folder', folder: 'lent', name, prefix: '', writable: true },
      { kind: 'folder-handle', handle },
      makePorts(),
    );
    return { store, cleanUp: () => root.removeEntry(name, { recursive: true }) };
  },
  // An empty name is none, and Chromium refuses backslashes on every system.
  { refusedKeys: ['/leading slash.jpg', 'odd//double.jpg', 'odd/back\\slash.jpg'] },
);
