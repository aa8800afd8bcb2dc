/** A folder of this computer that a person lends to the page, by its real names. */
import { StorageError } from '../../errors.ts';
import type { FolderAccess, FolderSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { checkCondition, fill, isMissing, toInfo } from '../file-system.ts';
import type {
  ListPage,
  ListQuery,
  ObjectInfo,
  ObjectStore,
  ReadOptions,
  WriteOptions,
} from '../object-store.ts';
import { explain } from './explain.ts';
import { fileTree } from './file-tree.ts';
import { descend, handleTree } from './handle-tree.ts';
import { toPages } from './pages.ts';
import { notLent } from './not-lent.ts';
import { pathOf } from './path.ts';
import { makeRest } from './tree.ts';

/** Only files lent by a handle can be written, and only where the settings say so. */
export function openFolderStore(
  settings: FolderSettings,
  access: FolderAccess | undefined,
  ports: Ports,
): ObjectStore {
  const { name } = settings;
  if (access === undefined) throw notLent(name);
  const handle = access.kind === 'folder-handle' ? access.handle : undefined;
  const tree = access.kind === 'folder-handle' ? handleTree(access.handle) : fileTree(access.files);

  async function telling<T>(asked: Parameters<typeof explain>[1], run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (cause) {
      throw await explain(cause, asked, { handle, name });
    }
  }

  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    const { prefix = '', delimiter = '', startAfter = '', pageSize = 1000, signal } = query;
    signal?.throwIfAborted();
    const rest = makeRest(ports.clock, signal);
    try {
      const found = tree.walk({ prefix, startAfter, grouped: delimiter === '/', rest });
      for await (const page of toPages(found, { prefix, delimiter, pageSize })) {
        signal?.throwIfAborted();
        yield page;
      }
    } catch (cause) {
      throw await explain(cause, { operation: 'list' }, { handle, name });
    }
  }

  async function find(key: string, operation: 'stat' | 'read'): Promise<File> {
    const path = pathOf(key, operation);
    return telling({ operation, key }, () => tree.file(path));
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    signal?.throwIfAborted();
    const file = await find(key, 'read');
    return range ? file.slice(range.start, range.end + 1, file.type) : file;
  }

  function writable(operation: string, key: string): FileSystemDirectoryHandle {
    if (handle && settings.writable) return handle;
    throw new StorageError('forbidden', `The folder "${name}" was lent to read only.`, {
      operation,
      key,
      remedy: {
        text: handle
          ? 'Update the storage and choose "Read and write".'
          : 'Choose the folder with a browser that has a folder picker (Chrome, Edge), or write to another storage.',
      },
    });
  }

  /** One writer at a time for each key, among all tabs: what makes a condition hold. Other programs know no locks. */
  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    const path = pathOf(key, 'write');
    const root = writable('write', key);
    options.signal?.throwIfAborted();
    const write = async (): Promise<ObjectInfo> => {
      const before = await tree.file(path).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      checkCondition(key, options, before && toInfo(key, before).etag, `in the folder "${name}"`);
      const folder = await descend(root, path.folders, true);
      const file = await folder.getFileHandle(path.file, { create: true });
      try {
        return toInfo(key, await fill(file, body, options));
      } catch (error) {
        // Making a file leaves it empty until it is filled: what was cut off must not stay as one.
        if (!before) await folder.removeEntry(path.file).catch(() => undefined);
        throw error;
      }
    };
    return navigator.locks.request(`folder ${name}/${key}`, () =>
      telling({ operation: 'write', key }, write),
    );
  }

  async function remove(key: string): Promise<void> {
    const { folders, file } = pathOf(key, 'remove');
    const root = writable('remove', key);
    await telling({ operation: 'remove', key }, async () => {
      try {
        await (await descend(root, folders, false)).removeEntry(file);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    });
  }

  const mayWrite = handle !== undefined && settings.writable;
  return {
    capabilities: { write: mayWrite, conditionalWrite: mayWrite, presign: false, parallelList: false },
    list,
    stat: async (key) => toInfo(key, await find(key, 'stat')),
    read,
    write,
    remove,
    presign: async (key) => {
      throw new StorageError('unexpected', 'What lies in a folder has no address.', {
        operation: 'presign',
        key,
      });
    },
  };
}
