/** A folder on the browser's own disk (OPFS), for the sample and for who has no bucket yet. */
import { DiskError, StorageError } from '../../errors.ts';
import type { DeviceSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { compareUtf8 } from '../../util/text-order.ts';
import { checkCondition, fill, isFile, isFolder, isMissing, toInfo } from '../file-system.ts';
import { groupByDelimiter } from '../group.ts';
import type {
  ListPage,
  ListQuery,
  ObjectInfo,
  ObjectStore,
  ReadOptions,
  WriteOptions,
} from '../object-store.ts';
import { fromFileName, fromFolderName, toPath } from './file-name.ts';

interface FoundFile {
  readonly key: string;
  readonly handle: FileSystemFileHandle;
}

/** Opens the folder `settings.folder`; it is made when something is first written. */
export function openDeviceStore(settings: DeviceSettings, _credentials: unknown, ports: Ports): ObjectStore {
  async function open(folders: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> {
    let handle = await ports.files.root();
    for (const name of ['objects', encodeURIComponent(settings.folder), ...folders]) {
      handle = await handle.getDirectoryHandle(name, { create });
    }
    return handle;
  }

  async function find(key: string, operation: string): Promise<File> {
    const { folders, file } = pathOf(key, operation);
    try {
      return await (await (await open(folders, false)).getFileHandle(file)).getFile();
    } catch (cause) {
      throw isMissing(cause) ? notFound(key, operation, cause) : cause;
    }
  }

  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    const { prefix = '', delimiter = '', startAfter = '', pageSize = 1000, signal } = query;
    signal?.throwIfAborted();
    const top = await open([], false).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    const found: FoundFile[] = [];
    if (top) {
      for await (const file of walk(top, '', prefix)) {
        signal?.throwIfAborted();
        if (compareUtf8(file.key, startAfter) > 0) found.push(file);
      }
    }
    found.sort((a, b) => compareUtf8(a.key, b.key));
    const entries = groupByDelimiter(found, prefix.length, delimiter);
    for (let start = 0; start === 0 || start < entries.length; start += pageSize) {
      signal?.throwIfAborted();
      const page = entries.slice(start, start + pageSize);
      const files = page.filter((entry) => typeof entry !== 'string');
      yield {
        objects: await Promise.all(files.map(async ({ key, handle }) => toInfo(key, await handle.getFile()))),
        prefixes: page.filter((entry) => typeof entry === 'string'),
      };
    }
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    signal?.throwIfAborted();
    const file = await find(key, 'read');
    return range ? file.slice(range.start, range.end + 1, file.type) : file;
  }

  /** One writer at a time for each key, among all tabs: what makes a condition hold. */
  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    const { folders, file } = pathOf(key, 'write');
    options.signal?.throwIfAborted();
    return navigator.locks.request(`object ${settings.folder}/${key}`, async () => {
      const before = await versionOf(key);
      checkCondition(key, options, before, 'on this device');
      try {
        const handle = await (await open(folders, true)).getFileHandle(file, { create: true });
        return toInfo(key, await fill(handle, body, options));
      } catch (cause) {
        // The name is taken before there are bytes: an empty file must not stand for what was not written.
        if (before === undefined) await remove(key).catch(() => undefined);
        if (!(cause instanceof DOMException && cause.name === 'QuotaExceededError')) throw cause;
        throw new DiskError('full', `This device has no room for "${key}".`, {
          cause,
          remedy: { text: 'Free some space, then try again.' },
        });
      }
    });
  }

  /** The version of what stands there. */
  async function versionOf(key: string): Promise<string | undefined> {
    return find(key, 'write').then(
      (file) => toInfo(key, file).etag,
      () => undefined,
    );
  }

  async function remove(key: string): Promise<void> {
    const { folders, file } = pathOf(key, 'remove');
    try {
      await (await open(folders, false)).removeEntry(file);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  return {
    capabilities: { write: true, conditionalWrite: true, presign: false, parallelList: false },
    list,
    stat: async (key) => toInfo(key, await find(key, 'stat')),
    read,
    write,
    remove,
    presign: async (key) => {
      const message = "What lies on this device's disk has no address.";
      throw new StorageError('unexpected', message, { operation: 'presign', key });
    },
  };
}

/** All files whose keys begin with `prefix`, in no order. `text` is what the folders so far add to a key. */
async function* walk(
  folder: FileSystemDirectoryHandle,
  text: string,
  prefix: string,
): AsyncGenerator<FoundFile> {
  for await (const handle of folder.values()) {
    if (isFolder(handle)) {
      const inner = text + fromFolderName(handle.name);
      if (inner.startsWith(prefix) || prefix.startsWith(inner)) yield* walk(handle, inner, prefix);
    } else if (isFile(handle)) {
      const key = text + fromFileName(handle.name);
      if (key.startsWith(prefix)) yield { key, handle };
    }
  }
}

function pathOf(key: string, operation: string): ReturnType<typeof toPath> {
  if (key !== '' && key.isWellFormed()) return toPath(key);
  throw new StorageError('invalid-name', `No object can be named "${key}".`, { operation, key });
}

function notFound(key: string, operation: string, cause: unknown): StorageError {
  return new StorageError('not-found', `"${key}" is not on this device.`, {
    operation,
    key,
    cause,
    remedy: { text: 'It may have been deleted since it was listed. Skip it, or try again.' },
  });
}
