/** Frames that task files name: one for each task of each file. */
import { isError } from '../errors.ts';
import { isOwnOutput } from '../model/own-output.ts';
import { parseObjectUri } from '../model/object-uri.ts';
import { type NewFrame, plainAddress } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import type { Storage } from '../model/storage.ts';
import { frameValue } from '../media/task-data/frame-value.ts';
import { readTaskItems } from '../media/task-data/read.ts';
import type { TaskItem } from '../media/task-data/task-item.ts';
import { storageForUri } from '../storage/data-uris.ts';
import { compileKeyFilter } from '../storage/key-filter.ts';
import { listSource } from '../storage/list-source.ts';
import type { ObjectInfo, ObjectStore } from '../storage/object-store.ts';
import { fingerprint } from '../util/digest.ts';
import type { Batch, SourceReadContext } from './read-sources.ts';

/** Small files are read some at a time, as each costs a round trip. */
const smallBytes = 1024 * 1024;
const atOnce = 6;
/** Keys without an ending are taken as JSON, as Label Studio does. */
const taskFileEnding = /(?:\.(?:json|jsonl|parquet)|(?:^|\/)[^./]+)$/i;

interface TaskFiles extends SourceReadContext {
  readonly store: ObjectStore;
  readonly storages: SourceReadContext['storages'];
  readonly attached: readonly Storage[];
  readonly dataKey: string;
}

export async function* readTaskFiles(reading: SourceReadContext, dataKey: string): AsyncGenerator<Batch> {
  const { source, leftOut } = reading;
  const [{ store }, attached, matches] = await Promise.all([
    reading.openStorage(source.storageId),
    reading.storages.list(),
    compileKeyFilter(source.filter, source.prefix),
  ]);
  const files: TaskFiles = { ...reading, store, attached, dataKey };
  for await (const objects of listSource(store, source, reading)) {
    const wanted = objects.filter(({ key, etag }) => {
      if (key.endsWith('/')) return false;
      if (!taskFileEnding.test(key)) leftOut.add(key, 'is no task file by its name');
      else if (!matches(key)) leftOut.add(key, 'does not match the filter');
      else return !reading.isUnchanged(source.storageId, key, etag);
      return false;
    });
    yield* readPage(files, wanted);
    yield { frames: [], beside: [], listed: objects.length, after: objects.at(-1)?.key };
  }
}

/** In the order of the listing. */
async function* readPage(files: TaskFiles, objects: readonly ObjectInfo[]): AsyncGenerator<Batch> {
  let small: ObjectInfo[] = [];
  for (const object of objects) {
    const isSmall = object.size > 0 && object.size <= smallBytes;
    if (isSmall) small.push(object);
    if (small.length === atOnce || !isSmall) {
      yield* readTogether(files, small);
      small = [];
    }
    if (isSmall) continue;
    for await (const frames of readFile(files, object))
      yield { frames, beside: [], listed: 0, after: undefined };
  }
  yield* readTogether(files, small);
}

async function* readTogether(files: TaskFiles, objects: readonly ObjectInfo[]): AsyncGenerator<Batch> {
  const read = await Promise.all(
    objects.map(async (object) => {
      const frames: NewFrame[] = [];
      for await (const some of readFile(files, object)) frames.push(...some);
      return frames;
    }),
  );
  for (const frames of read) yield { frames, beside: [], listed: 0, after: undefined };
}

/** What is wrong with one file, or one task of it, is said and does not end the reading. */
async function* readFile(files: TaskFiles, object: ObjectInfo): AsyncGenerator<NewFrame[]> {
  const { store, signal, failed } = files;
  const { key, size } = object;
  const file = {
    key,
    size,
    read: (range?: { start: number; end: number }) =>
      store.read(key, { ...(range ? { range } : {}), signal }),
  };
  try {
    for await (const items of readTaskItems(file, { signal })) {
      const frames: NewFrame[] = [];
      for (const item of items) {
        if ('error' in item) failed.add(`${key}, row ${item.row}`, item.error);
        else if (isOwnOutput(item.whole)) files.leftOut.add(key, 'was written by Bucketmark');
        else {
          const frame = toFrame(files, object, item);
          if (frame) frames.push(frame);
        }
      }
      yield frames;
    }
  } catch (error) {
    if (!isOfOneFile(error)) throw error;
    failed.add(key, error.message);
  }
}

function toFrame(
  files: TaskFiles,
  { key, etag }: ObjectInfo,
  { row, data, whole }: TaskItem,
): NewFrame | undefined {
  try {
    const { value } = frameValue(data, files.dataKey);
    const place = placeOf(files, value);
    if (!place) {
      files.failed.add(`${key}, row ${row}`, `No attached storage holds ${value}.`);
      return undefined;
    }
    const item = {
      storageId: files.source.storageId,
      key,
      row,
      etag,
      fingerprint: fingerprint(JSON.stringify(whole)),
      whole,
    };
    return { ...place, size: 0, etag: '', item };
  } catch (error) {
    if (!isError(error, 'invalid-data')) throw error;
    files.failed.add(`${key}, row ${row}`, error.message);
    return undefined;
  }
}

/** What is no address is a key of the storage that the task file lies in. */
function placeOf(
  { attached, source }: TaskFiles,
  value: string,
): { readonly storageId: StorageId; readonly key: string } | undefined {
  const uri = parseObjectUri(value);
  if (!uri) return { storageId: source.storageId, key: value };
  if (uri.scheme === 'http') return { storageId: plainAddress, key: uri.key };
  const storage = storageForUri(uri, attached);
  return storage && { storageId: storage.id, key: uri.key };
}

/** Other failures would be the same for every file. */
function isOfOneFile(error: unknown): error is Error {
  if (isError(error, 'invalid-data')) return true;
  return (
    isError(error, 'storage') &&
    ['not-found', 'forbidden', 'invalid-name', 'too-large', 'unexpected'].includes(error.code)
  );
}
