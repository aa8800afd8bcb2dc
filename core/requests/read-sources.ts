/** The frames that a task's sources hold now, with what was left out. Nothing is downloaded but task files. */
import { makeFindingList, type FindingList } from '../formats/findings.ts';
import { isContextImage } from '../media/context-images.ts';
import { mediaKind } from '../media/kinds.ts';
import type { NewFrame } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import type { Source } from '../model/source.ts';
import type { Dimension } from '../model/task.ts';
import { locationOf } from '../model/storage-location.ts';
import { compileKeyFilter } from '../storage/key-filter.ts';
import { listSource } from '../storage/list-source.ts';
import type { RequestContext } from './handler.ts';
import { nameOf } from './known-frames.ts';

export interface SourceBatch {
  /** Index of the source. */
  readonly source: number;
  readonly frames: readonly NewFrame[];
  /** Objects, or names of a manifest, that were looked at. */
  readonly listed: number;
  /**
   * Media that are no frames of this task: images beside them, which no filter leaves out, and point clouds beside a
   * task of images.
   */
  readonly beside: readonly { readonly key: string; readonly size: number }[];
  /** The last key that was looked at; reading can go on behind it. */
  readonly after: string | undefined;
}

interface ReadFrom {
  readonly source: number;
  readonly after: string | undefined;
}

type Finder = Pick<FindingList, 'add'>;

export interface ReadOptions {
  /** Told what is no frame, and was not meant to be one. */
  readonly leftOut?: Finder;
  /** Told what should be a frame and cannot be. */
  readonly failed?: Finder;
  readonly from?: ReadFrom;
  /** Point clouds are the frames of three, images those of two; two unless said. */
  readonly dimension?: Dimension;
  /** Keys that a source held before, in order and far apart: the listing is cut there. */
  readonly cuts?: (source: Source) => readonly string[];
  /** True for a task file that need not be read, as it is the version that was read before. */
  readonly isUnchanged?: (storageId: StorageId, key: string, etag: string) => boolean;
}

type SourceContext = Pick<RequestContext, 'openStorage' | 'storages' | 'signal'>;

export interface SourceReadContext extends SourceContext {
  readonly source: Source;
  readonly leftOut: Finder;
  readonly failed: Finder;
  readonly startAfter: string | undefined;
  readonly cuts: readonly string[];
  readonly dimension: Dimension;
  readonly isUnchanged: NonNullable<ReadOptions['isUnchanged']>;
}

export type Batch = Omit<SourceBatch, 'source'>;

/**
 * Goes through the sources one after the other, each in its storage's order. A frame that two of them name is
 * given once.
 */
export async function* readSources(
  sources: readonly Source[],
  context: SourceContext,
  options: ReadOptions = {},
): AsyncGenerator<SourceBatch> {
  const { from = { source: 0, after: undefined } } = options;
  const { leftOut = makeFindingList(), failed = makeFindingList(), isUnchanged = () => false } = options;
  const { cuts = () => [], dimension = '2d' } = options;
  const isNew = await makeIsNew(sources, context);
  for (const [index, source] of sources.entries()) {
    if (index < from.source) continue;
    const startAfter = index === from.source ? from.after : undefined;
    for await (const batch of readSource({
      ...context,
      source,
      leftOut,
      failed,
      startAfter,
      isUnchanged,
      dimension,
      cuts: cuts(source),
    })) {
      yield { source: index, ...batch, frames: batch.frames.filter((frame) => isNew(index, frame)) };
    }
  }
}

/** Says whether a frame comes for the first time. Of one source nothing needs to be remembered. */
async function makeIsNew(
  sources: readonly Source[],
  context: SourceContext,
): Promise<(source: number, frame: NewFrame) => boolean> {
  const [first] = sources;
  if (sources.length < 2 && first?.reading.kind === 'objects') return () => true;
  const opened = await Promise.all(sources.map(({ storageId }) => context.openStorage(storageId)));
  const locations = opened.map(({ storage }) => locationOf(storage.settings));
  const known = new Map(locations.map((location) => [location, new Set<string>()]));
  return (source, { key, item }) => {
    const keys = known.get(locations[source] ?? '');
    const name = nameOf({ key }, item);
    if (keys?.has(name)) return false;
    keys?.add(name);
    return true;
  };
}

async function* readSource(reading: SourceReadContext): AsyncGenerator<Batch> {
  switch (reading.source.reading.kind) {
    case 'objects':
      yield* readObjects(reading);
      return;
    case 'tasks':
      yield* (await import('./read-task-files.ts')).readTaskFiles(reading, reading.source.reading.dataKey);
      return;
    case 'manifest':
      yield* (await import('./read-manifest-source.ts')).readManifestSource(reading, reading.source.reading);
      return;
  }
}

type Sorted = 'frame' | 'beside' | { readonly leftOut: string };

/** What an object of a source is to a task, by its key; `matches` is the source's filter. */
export function sortOut(
  key: string,
  dimension: Dimension,
  prefix: string,
  matches: (key: string) => boolean,
): Sorted {
  const kind = mediaKind(key);
  if (kind === 'image' && (dimension === '3d' || isContextImage(key, prefix))) return 'beside';
  if (kind !== 'image' && kind !== 'pointcloud')
    return { leftOut: `is no ${dimension === '3d' ? 'point cloud' : 'image'} by its name` };
  if (!matches(key)) return { leftOut: 'does not match the filter' };
  return dimension === '2d' && kind === 'pointcloud' ? 'beside' : 'frame';
}

async function* readObjects({
  source,
  leftOut,
  dimension,
  ...reading
}: SourceReadContext): AsyncGenerator<Batch> {
  const { storageId, prefix, filter } = source;
  const { store } = await reading.openStorage(storageId);
  const matches = await compileKeyFilter(filter, prefix);
  for await (const objects of listSource(store, source, reading)) {
    const frames: NewFrame[] = [];
    const beside: Batch['beside'][number][] = [];
    for (const { key, size, etag } of objects) {
      // A key that ends with a slash is how consoles draw an empty folder.
      if (key.endsWith('/')) continue;
      const sorted = sortOut(key, dimension, prefix, matches);
      if (sorted === 'frame') frames.push({ storageId, key, size, etag });
      else if (sorted === 'beside') beside.push({ key, size });
      else leftOut.add(key, sorted.leftOut);
    }
    yield { frames, beside, listed: objects.length, after: objects.at(-1)?.key };
  }
}
