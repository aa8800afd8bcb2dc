/** The objects that a source names, in the storage's order. */
import { isError } from '../errors.ts';
import type { Source } from '../model/source.ts';
import { compareUtf8 } from '../util/text-order.ts';
import { listAll } from './list-all.ts';
import type { ObjectInfo, ObjectStore } from './object-store.ts';

/** So few chosen objects are asked for one by one; of more, the stretch they lie in is listed. */
const mostAsked = 100;

export interface ListSourceOptions {
  readonly startAfter?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Keys of an earlier listing, in order, for `listAll`. */
  readonly cuts?: readonly string[] | undefined;
}

/** Pages of objects; the source's filter is not applied. A chosen object that is gone is left out. */
export async function* listSource(
  store: ObjectStore,
  source: Pick<Source, 'prefix' | 'recursive' | 'picked'>,
  options: ListSourceOptions = {},
): AsyncGenerator<readonly ObjectInfo[]> {
  const { prefix, recursive, picked } = source;
  if (picked.length === 0) {
    yield* listPrefix(store, prefix, recursive, options);
    return;
  }
  const { startAfter } = options;
  const ordered = withoutInner([...picked].sort(compareUtf8));
  let objects: string[] = [];
  for (const key of ordered) {
    if (!key.endsWith('/')) {
      if (startAfter === undefined || compareUtf8(key, startAfter) > 0) objects.push(key);
      continue;
    }
    yield* listObjects(store, objects, options);
    objects = [];
    const isPast =
      startAfter !== undefined && !startAfter.startsWith(key) && compareUtf8(key, startAfter) < 0;
    if (!isPast) yield* listPrefix(store, key, true, { ...options, cuts: undefined });
  }
  yield* listObjects(store, objects, options);
}

/** Without what lies in a chosen folder anyway. `keys` are in order. */
function withoutInner(keys: readonly string[]): string[] {
  let folder: string | undefined;
  return keys.filter((key) => {
    if (folder !== undefined && key.startsWith(folder)) return false;
    if (key.endsWith('/')) folder = key;
    return true;
  });
}

async function* listPrefix(
  store: ObjectStore,
  prefix: string,
  recursive: boolean,
  { startAfter, signal, cuts }: ListSourceOptions,
): AsyncGenerator<readonly ObjectInfo[]> {
  const query = {
    prefix,
    ...(startAfter === undefined ? {} : { startAfter }),
    ...(signal ? { signal } : {}),
  };
  const pages = recursive
    ? listAll(store, { ...query, ...(cuts ? { cuts } : {}) })
    : store.list({ ...query, delimiter: '/' });
  for await (const { objects } of pages) yield objects;
}

async function* listObjects(
  store: ObjectStore,
  keys: readonly string[],
  options: ListSourceOptions,
): AsyncGenerator<readonly ObjectInfo[]> {
  const first = keys[0];
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return;
  if (keys.length <= mostAsked) {
    const found = await Promise.all(keys.map((key) => statIfThere(store, key, options.signal)));
    yield found.filter((info) => info !== undefined);
    return;
  }
  const wanted = new Set(keys);
  for await (const objects of listPrefix(store, sharedStart(first, last), true, {
    ...options,
    cuts: undefined,
  })) {
    yield objects.filter(({ key }) => wanted.has(key));
    const end = objects.at(-1)?.key;
    if (end !== undefined && compareUtf8(end, last) >= 0) return;
  }
}

async function statIfThere(
  store: ObjectStore,
  key: string,
  signal: AbortSignal | undefined,
): Promise<ObjectInfo | undefined> {
  try {
    return await store.stat(key, signal ? { signal } : {});
  } catch (error) {
    if (isError(error, 'storage') && error.code === 'not-found') return undefined;
    throw error;
  }
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  // Half of a surrogate pair is no text.
  return a.slice(0, length).isWellFormed() ? a.slice(0, length) : a.slice(0, length - 1);
}
