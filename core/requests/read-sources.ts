/** The frames that a task's sources hold now, with what was left out. Nothing is downloaded but task files. */
import { makeFindingList, type FindingList } from '../formats/findings.ts';
import type { NewFrame } from '../db/frames.ts';
import { isImageKey } from '../media/kinds.ts';
import type { Source } from '../model/source.ts';
import { locationOf } from '../model/storage-location.ts';
import { compileKeyFilter } from '../storage/key-filter.ts';
import { listSource } from '../storage/list-source.ts';
import type { RequestContext } from './handler.ts';

export interface SourceBatch {
  /** Index of the source. */
  readonly source: number;
  readonly frames: readonly NewFrame[];
  /** Objects, or names of a manifest, that were looked at. */
  readonly listed: number;
  /** The last key that was looked at; reading can go on behind it. */
  readonly after: string | undefined;
}

export interface ReadFrom {
  readonly source: number;
  readonly after: string | undefined;
}

type SourceContext = Pick<RequestContext, 'openStorage' | 'signal'>;

/**
 * Goes through the sources one after the other, each in its storage's order. An object that two of them name is
 * given once. What cannot be a frame is added to `leftOut`.
 */
export async function* readSources(
  sources: readonly Source[],
  context: SourceContext,
  leftOut: FindingList = makeFindingList(),
  from: ReadFrom = { source: 0, after: undefined },
): AsyncGenerator<SourceBatch> {
  const isNew = await makeIsNew(sources, context);
  for (const [index, source] of sources.entries()) {
    if (index < from.source) continue;
    const after = index === from.source ? from.after : undefined;
    for await (const batch of readSource(source, context, leftOut, after)) {
      yield { source: index, ...batch, frames: batch.frames.filter((frame) => isNew(index, frame)) };
    }
  }
}

/** Says whether a frame comes for the first time. Of one source nothing needs to be remembered. */
async function makeIsNew(
  sources: readonly Source[],
  context: SourceContext,
): Promise<(source: number, frame: NewFrame) => boolean> {
  if (sources.length < 2) return () => true;
  const opened = await Promise.all(sources.map(({ storageId }) => context.openStorage(storageId)));
  const locations = opened.map(({ storage }) => locationOf(storage.settings));
  const known = new Map(locations.map((location) => [location, new Set<string>()]));
  return (source, { key, item }) => {
    const keys = known.get(locations[source] ?? '');
    const name = item ? `${item.key}\n${item.row}` : key;
    if (keys?.has(name)) return false;
    keys?.add(name);
    return true;
  };
}

async function* readSource(
  source: Source,
  context: SourceContext,
  leftOut: FindingList,
  startAfter: string | undefined,
): AsyncGenerator<Omit<SourceBatch, 'source'>> {
  const { store } = await context.openStorage(source.storageId);
  const { signal } = context;
  const matches = await compileKeyFilter(source.filter, source.prefix);
  for await (const objects of listSource(store, source, { startAfter, signal })) {
    const frames: NewFrame[] = [];
    for (const { key, size, etag } of objects) {
      // A key that ends with a slash is how consoles draw an empty folder.
      if (key.endsWith('/')) continue;
      if (!isImageKey(key)) leftOut.add(key, 'is no image by its name');
      else if (!matches(key)) leftOut.add(key, 'does not match the filter');
      else frames.push({ storageId: source.storageId, key, size, etag });
    }
    yield { frames, listed: objects.length, after: objects.at(-1)?.key };
  }
}
