/** Writes a manifest of a task's frames into their storage, so that a next task of them asks nothing of each image. */
import { InvalidDataError } from '../errors.ts';
import { makeFindingList, type FindingList } from '../formats/findings.ts';
import type { Size } from '../geometry/point.ts';
import { manifestNameOf, type ManifestImage } from '../media/manifest/entry.ts';
import { writeManifest as printManifest } from '../media/manifest/write.ts';
import { readImageSize } from '../media/image/read-size.ts';
import { type FrameEntry, framesPerPage } from '../model/frame.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { formatCount, plural } from '../util/numbers.ts';
import type { Handler, ParamsOf, RequestContext } from './handler.ts';

/** Sizes stand within these many bytes of all but few images; CVAT looks as far. */
const headBytes = [16_384, 65_536, 1_048_576];
const atOnce = 6;

export const writeManifest: Handler<'write-manifest'> = async (params, context) => {
  const { taskId, storageId, key } = params;
  const task = await context.tasks.get(taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
  const { storage, store } = await context.openStorage(storageId);
  const left = makeFindingList();
  let rows = 0;
  async function* images(): AsyncGenerator<ManifestImage> {
    for (let first = 0; first < (task?.size ?? 0); first += framesPerPage) {
      const entries = await context.frames.list(taskId, first, first + framesPerPage - 1);
      const sizes = await sizesOf(params, store, entries, first, context, left);
      for (const [index, entry] of entries.entries()) {
        const size = sizes.get(first + index);
        if (entry.storageId !== storageId || !size) continue;
        rows++;
        yield { ...manifestNameOf(entry.key, { manifestKey: key }), ...size };
      }
      context.report({
        share: Math.min(1, (first + entries.length) / (task?.size ?? 1)),
        words: `Reading sizes: ${formatCount(first + entries.length)} of ${plural(task?.size ?? 0, 'frame')}`,
      });
    }
  }
  const { manifest, index } = await printManifest(images());
  const { signal } = context;
  await store.write(key, manifest, { contentType: 'application/jsonl', ifNoneMatch: '*', signal });
  const indexKey = `${key.slice(0, key.lastIndexOf('/') + 1)}index.json`;
  await store.write(indexKey, index, { contentType: 'application/json', signal });
  if (!storage.manifests.includes(key)) {
    await context.storages.update(storageId, { manifests: [...storage.manifests, key] });
  }
  const findings = left.result();
  return {
    words: `${plural(rows, 'image')} in ${key}`,
    ...(findings.total === 0 ? {} : { findings }),
  };
};

/** Known sizes, and those found out from the first bytes of each other image; kept for the next time. */
async function sizesOf(
  { taskId, storageId }: ParamsOf<'write-manifest'>,
  store: ObjectStore,
  entries: readonly FrameEntry[],
  first: number,
  context: RequestContext,
  left: FindingList,
): Promise<ReadonlyMap<number, Size>> {
  const sizes = new Map(await context.frames.sizes(taskId, first, first + entries.length - 1));
  const waiting = entries.flatMap((entry, index) =>
    entry.storageId === storageId && !sizes.has(first + index) ? [{ entry, frame: first + index }] : [],
  );
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      context.signal.throwIfAborted();
      const size = await readSize(store, next.entry.key, context.signal);
      if (size) {
        sizes.set(next.frame, size);
        await context.frames.keepSize(taskId, next.frame, size);
      } else left.add(next.entry.key, 'does not tell its size in its first bytes');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return sizes;
}

async function readSize(store: ObjectStore, key: string, signal: AbortSignal): Promise<Size | undefined> {
  for (const length of headBytes) {
    const head = await store.read(key, { range: { start: 0, end: length - 1 }, signal });
    const size = readImageSize(new Uint8Array(await head.arrayBuffer()));
    if (size || head.size < length) return size;
  }
  return undefined;
}
