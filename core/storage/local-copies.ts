/**
 * Copies of objects on the device's own disk (OPFS), the least recently used dropped first.
 * A file has a name of its own and belongs to nobody until it is recorded, so a half-written one is never served;
 * a record is removed before its file. What is killed in between leaves a file that `sweep` finds.
 * Nothing that the disk refuses makes a read fail.
 */
import type { Ports } from '../ports.ts';
import type { CopyIndex, CopyRecord } from './copy-index.ts';

export interface CopyScope {
  /** Uid of the storage. */
  readonly uid: string;
  /** Bytes that all its copies may take. */
  readonly limitBytes: number;
}

const folder = 'copies';
/** How exactly it is known when a copy was last used, so that not every read writes. */
const touchAfterMs = 60_000;
/** A file without a record may still be on its way in another tab. */
const sweepAfterMs = 3_600_000;
/** Other tabs add to the same scope; what they added is asked for after so many copies of our own. */
const recountAfter = 32;
const evictedAtOnce = 32;

interface Usage {
  bytes: number;
  copies: number;
}

export class LocalCopies {
  readonly #index: CopyIndex;
  readonly #ports: Pick<Ports, 'files' | 'clock' | 'random' | 'log'>;
  readonly #usage = new Map<string, Usage>();

  constructor(index: CopyIndex, ports: Pick<Ports, 'files' | 'clock' | 'random' | 'log'>) {
    this.#index = index;
    this.#ports = ports;
  }

  /** The copy of that version; of any version where `etag` is undefined. One of another version is dropped. */
  async find(
    { uid }: CopyScope,
    key: string,
    etag: string | undefined,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Blob | undefined> {
    return this.#orNothing(async () => {
      const record = await this.#index.get(uid, key);
      if (!record) return undefined;
      if (etag !== undefined && record.etag !== etag) {
        await this.#drop(record);
        return undefined;
      }
      const file = await this.#open(record);
      if (file?.size !== record.size) {
        await this.#drop(record);
        return undefined;
      }
      const now = this.#ports.clock.now();
      if (now - record.usedAt >= touchAfterMs) await this.#index.touch(record, now);
      // Taken into memory here: another tab may drop the file before it is read.
      const part = range ? file.slice(range.start, range.end + 1) : file;
      return new Blob([await part.arrayBuffer()], { type: record.contentType });
    });
  }

  /** Keeps a whole object, if there is room for it. */
  async keep(scope: CopyScope, key: string, etag: string, body: Blob): Promise<void> {
    if (body.size > scope.limitBytes) return;
    const file = this.#ports.random.uuid();
    try {
      await this.#write(file, body);
      const usedAt = this.#ports.clock.now();
      const record = { scope: scope.uid, key, etag, size: body.size, contentType: body.type, usedAt, file };
      const before = await this.#index.put(record);
      if (before) await this.#removeFile(before.file);
      await this.#count(scope, body.size - (before?.size ?? 0));
    } catch (error) {
      await this.#orNothing(() => this.#removeFile(file));
      if (isFull(error)) await this.#orNothing(() => this.#evict(scope.uid, body.size * 4));
      this.#ports.log.warn('A local copy could not be kept.', error);
    }
  }

  /** Forgets the copy of one object, whatever its version. */
  async forget({ uid }: CopyScope, key: string): Promise<void> {
    await this.#orNothing(async () => {
      const record = await this.#index.get(uid, key);
      if (record) await this.#drop(record);
    });
  }

  /** Drops all copies of a storage. */
  async clear(uid: string): Promise<void> {
    await this.#evict(uid, Infinity);
  }

  /** Removes files that a killed tab left behind. */
  async sweep(): Promise<void> {
    const handles: FileSystemFileHandle[] = [];
    const top = await this.#folder();
    for await (const handle of top.values()) if (isFile(handle)) handles.push(handle);
    // Asked for after the files were listed: what was recorded in between is known.
    const known = await this.#index.files();
    const before = this.#ports.clock.now() - sweepAfterMs;
    for (const handle of handles) {
      if (known.has(handle.name)) continue;
      const file = await handle.getFile();
      if (file.lastModified < before) await this.#removeFile(handle.name);
    }
  }

  async #count({ uid, limitBytes }: CopyScope, added: number): Promise<void> {
    const usage = this.#usage.get(uid);
    const isKnown = usage && usage.copies < recountAfter;
    const bytes = isKnown ? usage.bytes + added : await this.#index.usedBytes(uid);
    this.#usage.set(uid, { bytes, copies: isKnown ? usage.copies + 1 : 0 });
    if (bytes <= limitBytes) return;
    const now = await this.#index.usedBytes(uid);
    const freed = now > limitBytes ? await this.#evict(uid, now - limitBytes) : 0;
    this.#usage.set(uid, { bytes: now - freed, copies: 0 });
  }

  /** Drops the least recently used until `bytes` are free. Gives the bytes that came free. */
  async #evict(uid: string, bytes: number): Promise<number> {
    let freed = 0;
    while (freed < bytes) {
      const records = await this.#index.leastUsed(uid, evictedAtOnce);
      if (records.length === 0) break;
      for (const record of records) {
        if (freed >= bytes) break;
        await this.#drop(record);
        freed += record.size;
      }
    }
    this.#usage.delete(uid);
    return freed;
  }

  async #drop(record: CopyRecord): Promise<void> {
    if (await this.#index.remove(record)) await this.#removeFile(record.file);
  }

  async #folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.#ports.files.root()).getDirectoryHandle(folder, { create: true });
  }

  async #open({ file }: CopyRecord): Promise<File | undefined> {
    try {
      return await (await (await this.#folder()).getFileHandle(file)).getFile();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #write(file: string, body: Blob): Promise<void> {
    const handle = await (await this.#folder()).getFileHandle(file, { create: true });
    await body.stream().pipeTo(await handle.createWritable());
  }

  async #removeFile(name: string): Promise<void> {
    try {
      await (await this.#folder()).removeEntry(name);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** A disk that refuses costs a download, nothing else. */
  async #orNothing<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      this.#ports.log.warn('The local copies could not be reached.', error);
      return undefined;
    }
  }
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

/** The disk says it by a DOMException, the database by an error of its own with the same name. */
function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
