/**
 * Lists everything below a prefix, several stretches at a time, and hands the pages out in key order.
 * A listing is one long chain of round trips, so it is cut where folders begin: one listing grouped by `/` gives the
 * cuts, then each stretch is listed on its own. What has no folders and goes on for long is cut at keys between.
 */
import { compareUtf8 } from '../util/text-order.ts';
import { findCuts, type Range } from './find-cuts.ts';
import { cutPage, countFolders, type Stretch } from './list-cuts.ts';
import type { ListPage, ListQuery, ObjectStore } from './object-store.ts';
import { runInOrder, type Lane, type LaneStep } from './ordered-lanes.ts';

export interface ListAllQuery extends Pick<ListQuery, 'prefix' | 'startAfter' | 'pageSize' | 'signal'> {
  /** Keys of an earlier listing, in order: what lies between two of them is read side by side, nothing is looked for. */
  readonly cuts?: readonly string[];
}

/** Browsers open six connections to one HTTP/1.1 server. */
const connections = 6;
/** Pages a stretch should have, so that the one it reads beyond its end weighs little. */
const pagesPerStretch = 4;
/** Most listings end before. */
const pagesBeforeCut = 4;
/** What is a part already is one of several that are read side by side; looking for cuts costs as much as some pages. */
const pagesBeforeFurtherCut = 12;

/** Exactly the objects of `store.list(query)`, in the same order, in pages of other sizes. */
export async function* listAll(store: ObjectStore, query: ListAllQuery): AsyncGenerator<ListPage> {
  if (!store.capabilities.parallelList) {
    yield* store.list(query);
    return;
  }
  const stop = new AbortController();
  const signal = query.signal ? AbortSignal.any([query.signal, stop.signal]) : stop.signal;
  const { prefix = '', startAfter, pageSize = 1000, cuts = [] } = query;
  try {
    const root = (): AsyncIterable<LaneStep<ListPage>> =>
      readFolder(prefix, { store, pageSize, signal, after: startAfter, pagesBeforeCut });
    const reading = { store, pageSize, signal, after: startAfter, pagesBeforeCut };
    const known = cuts.filter((key) => isAfter(key, startAfter));
    const lanes = known.length === 0 ? [root] : toRanges(prefix, [startAfter, ...known], undefined, reading);
    yield* runInOrder(lanes, connections);
  } finally {
    stop.abort();
  }
}

interface Reading {
  readonly store: ObjectStore;
  readonly pageSize: number;
  readonly signal: AbortSignal;
  /** Keys up to this one are not wanted, or handed out already. */
  readonly after: string | undefined;
  /** So much is read plainly before anybody looks for cuts where there are no folders. */
  readonly pagesBeforeCut: number;
}

/**
 * Reads a folder plainly until a full page shows folders inside, then cuts what remains. Most buckets and folders
 * end before, and the pages tell how full its folders are.
 */
async function* readFolder(prefix: string, reading: Reading): AsyncGenerator<LaneStep<ListPage>> {
  const { store, pageSize, signal } = reading;
  let { after } = reading;
  let loose = isLoose(after, prefix) ? after : undefined;
  let flatPages = 0;
  for await (const page of store.list({ prefix, pageSize, signal, ...startingAfter(after) })) {
    yield { item: page };
    after = page.objects.at(-1)?.key ?? after;
    loose = page.objects.findLast(({ key }) => isLoose(key, prefix))?.key ?? loose;
    if (page.objects.length < pageSize) continue;
    const folders = countFolders(page.objects, prefix);
    if (folders === 0) {
      flatPages++;
      const lanes = await cutRange(
        { prefix, after, upTo: undefined },
        flatPages / reading.pagesBeforeCut,
        reading,
      );
      if (lanes.length === 0) continue;
      yield { lanes };
      return;
    }
    // Servers differ on a grouped listing that starts inside of a folder, so this one starts before it.
    const grouped = store.list({ prefix, pageSize, signal, delimiter: '/', ...startingAfter(loose) });
    for await (const cuts of grouped) {
      const count = perStretch(cuts.prefixes.length, page.objects.length / folders, pageSize);
      yield { lanes: toLanes(cutPage(cuts, prefix, count), { ...reading, after }) };
      return;
    }
  }
}

/** Lanes for the rest of a range that goes on for long, else none; `readSoFar` in what is read before it is cut. */
async function cutRange(
  {
    prefix,
    after,
    upTo,
  }: { readonly prefix: string; readonly after: string | undefined; readonly upTo: string | undefined },
  readSoFar: number,
  reading: Reading,
): Promise<Lane<ListPage>[]> {
  // Asked again only when twice as much was read in vain.
  const isTime = readSoFar >= 1 && Number.isInteger(Math.log2(readSoFar));
  if (!isTime || after === undefined || after === upTo) return [];
  const cuts = await findCuts(reading.store, { prefix, after, upTo }, reading.signal);
  if (cuts.length === 0) return [];
  return toRanges(prefix, [after, ...cuts], upTo, reading);
}

/** A lane for what lies behind each start, up to the next one; the last goes on to `upTo`. */
function toRanges(
  prefix: string,
  starts: readonly (string | undefined)[],
  upTo: string | undefined,
  reading: Reading,
): Lane<ListPage>[] {
  return starts.map(
    (after, index) => () => readRange({ prefix, after, upTo: starts[index + 1] ?? upTo }, reading),
  );
}

/** Reads the keys behind `after` up to `upTo`, itself included. */
async function* readRange(
  { prefix, after, upTo }: Omit<Range, 'after'> & Pick<Reading, 'after'>,
  reading: Reading,
): AsyncGenerator<LaneStep<ListPage>> {
  const { store, pageSize, signal } = reading;
  let pages = 0;
  for await (const { objects } of store.list({ prefix, pageSize, signal, ...startingAfter(after) })) {
    const inside = upTo === undefined ? objects : objects.filter(({ key }) => compareUtf8(key, upTo) <= 0);
    if (inside.length > 0) yield { item: { objects: inside, prefixes: [] } };
    const last = objects.at(-1)?.key;
    if (last === undefined || inside.length < objects.length || last === upTo) return;
    pages++;
    if (objects.length < pageSize) continue;
    const lanes = await cutRange({ prefix, after: last, upTo }, pages / pagesBeforeFurtherCut, reading);
    if (lanes.length === 0) continue;
    yield { lanes };
    return;
  }
}

/** Folders to a stretch: one where they fill pages of their own, else enough for some pages, but for every lane. */
function perStretch(folders: number, keysPerFolder: number, pageSize: number): number {
  if (keysPerFolder >= pageSize / 2) return 1;
  return Math.ceil(Math.min((pagesPerStretch * pageSize) / keysPerFolder, folders / (2 * connections)));
}

function toLanes(stretches: readonly Stretch[], reading: Reading): Lane<ListPage>[] {
  const isAhead = ({ before }: Stretch): boolean => before === undefined || isAfter(before, reading.after);
  return stretches.filter(isAhead).map((stretch) => () => readStretch(stretch, reading));
}

async function* readStretch(stretch: Stretch, reading: Reading): AsyncGenerator<LaneStep<ListPage>> {
  const { prefix, from, before, folder } = stretch;
  const { store, pageSize, signal, after } = reading;
  if (stretch.objects) {
    const objects = stretch.objects.filter(({ key }) => isAfter(key, after));
    yield { item: { objects, prefixes: [] } };
    return;
  }
  const begun = !isAfter(from, after);
  if (folder !== undefined) {
    yield* readFolder(folder, {
      ...reading,
      after: begun ? after : undefined,
      pagesBeforeCut: pagesBeforeFurtherCut,
    });
    return;
  }
  const start = begun ? after : stretch.startAfter;
  for await (const { objects } of store.list({ prefix, pageSize, signal, ...startingAfter(start) })) {
    const inside = objects.filter(
      ({ key }) => compareUtf8(key, from) >= 0 && (before === undefined || compareUtf8(key, before) < 0),
    );
    if (inside.length > 0) yield { item: { objects: inside, prefixes: [] } };
    const end = objects.at(-1)?.key;
    if (before !== undefined && end !== undefined && compareUtf8(end, before) >= 0) return;
  }
}

/** Whether a key lies directly in `prefix`, in no folder below it. */
function isLoose(key: string | undefined, prefix: string): boolean {
  return key !== undefined && !key.includes('/', prefix.length);
}

function isAfter(key: string, after: string | undefined): boolean {
  return after === undefined || compareUtf8(key, after) > 0;
}

function startingAfter(key: string | undefined): Pick<ListQuery, 'startAfter'> {
  return key === undefined ? {} : { startAfter: key };
}
