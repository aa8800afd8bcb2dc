/**
 * Lists everything below a prefix, several stretches at a time, and hands the pages out in key order.
 * A listing is one long chain of round trips, so it is cut where folders begin: one listing grouped by `/` gives the
 * cuts, then each stretch is listed on its own.
 */
import { compareUtf8 } from '../util/text-order.ts';
import { cutPage, countFolders, type Stretch } from './list-cuts.ts';
import type { ListPage, ListQuery, ObjectInfo, ObjectStore } from './object-store.ts';
import { runInOrder, type Lane, type LaneStep } from './ordered-lanes.ts';

export type ListAllQuery = Pick<ListQuery, 'prefix' | 'startAfter' | 'pageSize' | 'signal'>;

/** Browsers open six connections to one HTTP/1.1 server. */
const connections = 6;
/** Pages read one after another before it is worth to cut. */
const plainPages = 2;
/** Pages a stretch should have, so that the one it reads beyond its end weighs little. */
const pagesPerStretch = 4;

/** Exactly the objects of `store.list(query)`, in the same order, in pages of other sizes. */
export async function* listAll(store: ObjectStore, query: ListAllQuery): AsyncGenerator<ListPage> {
  if (!store.capabilities.parallelList) {
    yield* store.list(query);
    return;
  }
  const { prefix = '', pageSize = 1000 } = query;
  const stop = new AbortController();
  const signal = query.signal ? AbortSignal.any([query.signal, stop.signal]) : stop.signal;
  try {
    // Most buckets end here; in others these pages tell how full a folder is.
    const plain = store.list({ ...query, signal })[Symbol.asyncIterator]();
    const seen: ObjectInfo[] = [];
    for (let page = 0; page < plainPages; page++) {
      const { done, value } = await plain.next();
      if (done) return;
      seen.push(...value.objects);
      yield value;
    }
    const last = seen.at(-1)?.key ?? '';
    const grouped = store.list({ prefix, pageSize, delimiter: '/', signal })[Symbol.asyncIterator]();
    const cuts = await grouped.next();
    await grouped.return?.();
    if (cuts.done || cuts.value.prefixes.length === 0) {
      yield* { [Symbol.asyncIterator]: () => plain };
      return;
    }
    await plain.return?.();
    const perFolder = seen.length / countFolders(seen, prefix);
    const stretches = cutPage(
      cuts.value,
      prefix,
      perStretch(cuts.value.prefixes.length, perFolder, pageSize),
    );
    yield* runInOrder(toLanes(store, stretches, { pageSize, signal, after: last }), connections);
  } finally {
    stop.abort();
  }
}

/** Folders to a stretch: one where they fill pages of their own, else enough for some pages, but for every lane. */
function perStretch(folders: number, keysPerFolder: number, pageSize: number): number {
  if (keysPerFolder >= pageSize / 2) return 1;
  return Math.ceil(Math.min((pagesPerStretch * pageSize) / keysPerFolder, folders / (2 * connections)));
}

interface Frame {
  readonly pageSize: number;
  readonly signal: AbortSignal;
  /** Keys up to this one are already handed out. */
  readonly after: string;
}

function toLanes(store: ObjectStore, stretches: readonly Stretch[], frame: Frame): Lane<ListPage>[] {
  return stretches
    .filter(({ before }) => before === undefined || compareUtf8(before, frame.after) > 0)
    .map((stretch) => () => readStretch(store, stretch, frame));
}

async function* readStretch(
  store: ObjectStore,
  stretch: Stretch,
  frame: Frame,
): AsyncGenerator<LaneStep<ListPage>> {
  const { pageSize, signal, after } = frame;
  const begun = compareUtf8(stretch.from, after) <= 0;
  if (stretch.objects !== undefined) {
    const objects = stretch.objects.filter(({ key }) => compareUtf8(key, after) > 0);
    yield { item: { objects, prefixes: [] } };
    return;
  }
  // Whole folders are read grouped, so that they can be cut again; servers differ on grouping after a start.
  if (stretch.folder !== undefined && !begun) {
    for await (const page of store.list({ prefix: stretch.folder, delimiter: '/', pageSize, signal })) {
      if (page.prefixes.length > 0) {
        const stretches = cutPage(page, stretch.folder, Math.ceil(page.prefixes.length / 64));
        yield { lanes: toLanes(store, stretches, frame) };
        return;
      }
      yield { item: page };
    }
    return;
  }
  const { prefix, from, before } = stretch;
  const startAfter = begun ? after : stretch.startAfter;
  for await (const { objects } of store.list({ prefix, startAfter, pageSize, signal })) {
    const inside = objects.filter(
      ({ key }) => compareUtf8(key, from) >= 0 && (before === undefined || compareUtf8(key, before) < 0),
    );
    if (inside.length > 0) yield { item: { objects: inside, prefixes: [] } };
    const end = objects.at(-1)?.key;
    if (before !== undefined && end !== undefined && compareUtf8(end, before) >= 0) return;
  }
}
