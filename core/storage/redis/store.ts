/** Redis behind an HTTP gateway: string values are objects, their SHA-1 is their version. */
import type { RedisCredentials, RedisSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { compareUtf8 } from '../../util/text-order.ts';
import { groupByDelimiter } from '../group.ts';
import type {
  ListPage,
  ListQuery,
  ObjectInfo,
  ObjectStore,
  ReadOptions,
  WriteOptions,
} from '../object-store.ts';
import { openConnection } from './connection.ts';
import {
  changed,
  noAddress,
  noObject,
  noSuchName,
  redisError,
  type Asked,
  type Operation,
} from './errors.ts';
import type { Reply } from './reply.ts';
import { describeScript, scanScript, writeScript } from './scripts.ts';

/** Keys that Redis looks at for one answer: some milliseconds, in which it serves nobody else. */
const scanCount = 5000;
/** Bytes that Redis hashes for one answer: some 25 ms. */
const hashedBytes = 4 * 1024 * 1024;
const describedKeys = 500;

/** Makes a store for one database. Nothing is asked of it yet. */
export function openRedisStore(
  settings: RedisSettings,
  credentials: RedisCredentials | undefined,
  ports: Ports,
): ObjectStore {
  const connection = openConnection(settings, credentials, ports);
  const asked = (operation: Operation, key?: string): Asked => ({ operation, key, settings, credentials });

  function check(key: string, operation: Operation): void {
    if (key === '' || !key.isWellFormed()) throw noSuchName(asked(operation, key));
  }

  /** All keys that begin with `prefix`, each once, in the order of their bytes. */
  async function scan(prefix: string, signal: AbortSignal | undefined): Promise<string[]> {
    const found = new Set<string>();
    const pattern = `${prefix.replace(/[*?[\]\\]/g, String.raw`\$&`)}*`;
    let cursor = '0';
    do {
      const args = [cursor, pattern, String(scanCount)];
      const reply = await connection.runScript(scanScript, { operation: 'list', keys: [], args, signal });
      const [next, ...keys] = list(reply);
      for (const bytes of keys) {
        const key = toKey(bytes);
        if (key !== undefined) found.add(key);
      }
      cursor = toText(next);
    } while (cursor !== '0');
    return [...found].sort(compareUtf8);
  }

  /** What is known of keys, in their order; for what is no string, the name of its type. */
  async function describe(
    keys: readonly string[],
    { operation, signal }: { operation: Operation; signal: AbortSignal | undefined },
  ): Promise<(ObjectInfo | string)[]> {
    const infos: (ObjectInfo | string)[] = [];
    while (infos.length < keys.length) {
      const batch = keys.slice(infos.length, infos.length + describedKeys);
      const key = keys.length === 1 ? keys[0] : undefined;
      const args = [String(hashedBytes)];
      const reply = await connection.runScript(describeScript, { operation, key, keys: batch, args, signal });
      const fields = list(reply).map(toText);
      if (fields.length === 0) throw redisError('an empty list', asked(operation, key));
      for (const [i, name] of batch.slice(0, fields.length / 2).entries()) {
        const [size = '', etag = ''] = fields.slice(2 * i, 2 * i + 2);
        infos.push(size === '-' ? etag : { key: name, size: Number(size), etag, modified: 0 });
      }
    }
    return infos;
  }

  async function* listPages(query: ListQuery): AsyncGenerator<ListPage> {
    const { prefix = '', delimiter = '', startAfter = '', pageSize = 1000, signal } = query;
    signal?.throwIfAborted();
    const keys = (await scan(prefix, signal)).filter((key) => compareUtf8(key, startAfter) > 0);
    const entries = groupByDelimiter(
      keys.map((key) => ({ key })),
      prefix.length,
      delimiter,
    );
    for (let start = 0; start === 0 || start < entries.length; start += pageSize) {
      signal?.throwIfAborted();
      const page = entries.slice(start, start + pageSize);
      const names = page.filter((entry) => typeof entry !== 'string').map(({ key }) => key);
      // What is gone or replaced by something else since it was scanned is left out.
      const infos = await describe(names, { operation: 'list', signal });
      yield {
        objects: infos.filter((info) => typeof info !== 'string'),
        prefixes: page.filter((entry) => typeof entry === 'string'),
      };
    }
  }

  async function stat(key: string, { signal }: { signal?: AbortSignal } = {}): Promise<ObjectInfo> {
    check(key, 'stat');
    const [info = 'none'] = await describe([key], { operation: 'stat', signal });
    if (typeof info !== 'string') return info;
    throw info === 'none' ? noObject(asked('stat', key)) : redisError('WRONGTYPE', asked('stat', key));
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    check(key, 'read');
    const call = { operation: 'read', key, signal } as const;
    const words = range ? ['GETRANGE', key, String(range.start), String(range.end)] : ['GET', key];
    const value = await connection.run({ ...call, words });
    if (!(value instanceof Uint8Array)) throw noObject(asked('read', key));
    // An absent value has empty ranges as well.
    if (range && value.length === 0 && (await connection.run({ ...call, words: ['EXISTS', key] })) === 0) {
      throw noObject(asked('read', key));
    }
    return new Blob([value]);
  }

  /** Condition and write are one script, which nothing interrupts. */
  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    check(key, 'write');
    // As a part of an address these two mean a folder, to every browser.
    if (key === '.' || key === '..') throw noSuchName(asked('write', key));
    const { ifMatch, ifNoneMatch, signal, onProgress } = options;
    const condition = ifNoneMatch ? 'new' : ifMatch === undefined ? 'any' : ifMatch || 'none';
    const words = ['EVAL', writeScript, '1', key, condition];
    const etag = toText(await connection.run({ operation: 'write', key, words, last: body, signal }));
    if (etag === 'refused') throw changed(asked('write', key), ifNoneMatch ? 'never' : 'same-version');
    onProgress?.(body.size);
    return { key, size: body.size, etag, modified: 0 };
  }

  async function remove(key: string): Promise<void> {
    check(key, 'remove');
    await connection.run({ operation: 'remove', key, words: ['DEL', key] });
  }

  return {
    capabilities: { write: true, conditionalWrite: true, presign: false, parallelList: false },
    list: listPages,
    stat,
    read,
    write,
    remove,
    presign: async (key) => {
      throw noAddress(asked('presign', key));
    },
  };
}

const text = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function list(reply: Reply): readonly Reply[] {
  return Array.isArray(reply) ? reply : [];
}

function toText(reply: Reply | undefined): string {
  return reply instanceof Uint8Array ? text.decode(reply) : String(reply ?? '');
}

/** A name; undefined where the bytes are no UTF-8, which nothing here could ask for again. */
function toKey(reply: Reply): string | undefined {
  if (!(reply instanceof Uint8Array)) return undefined;
  try {
    return strict.decode(reply);
  } catch {
    return undefined;
  }
}
