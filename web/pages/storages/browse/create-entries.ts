/** Lists a folder, or searches below it, and keeps what was found in the order that is wanted. */
import { batch, createEffect, createSignal, on, onCleanup } from 'solid-js';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import type { StorageId } from '#core/model/ids.ts';
import { browseBelow, browseHere } from '#core/workspace/browse/entry-pages.ts';
import type { ObjectInfo } from '#core/storage/object-store.ts';
import { sortInSlices } from '#core/util/sort-in-slices.ts';
import { compareNatural } from '#core/util/text-order.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import type { Entry, EntryOrder } from './entry.ts';
import { makeRest } from './rest.ts';

/** So many entries are kept, which is some tens of megabytes; a search brings the others. */
const mostKept = 250_000;
/** The page is told of new entries so often. */
const toldEveryMs = 120;

export interface Place {
  readonly storageId: StorageId;
  /** With its `/`, or empty. */
  readonly folder: string;
  readonly find: string;
  readonly below: boolean;
}

export interface Entries {
  readonly folders: () => number;
  readonly objects: () => number;
  /** Folders first; undefined beyond the last. */
  readonly at: (index: number) => Entry | undefined;
  readonly range: (from: number, to: number) => Generator<Entry>;
  /** Objects and folders that were looked at. */
  readonly looked: () => number;
  /** `full`: there is more than is kept; `stopped`: by the person. */
  readonly state: () => 'listing' | 'sorting' | 'done' | 'full' | 'stopped' | 'failed';
  readonly error: () => ErrorReport | undefined;
  readonly again: () => void;
  readonly stop: () => void;
}

export function createEntries(place: () => Place | undefined, order: () => EntryOrder): Entries {
  const workspace = useWorkspace();
  let folders: string[] = [];
  let objects: ObjectInfo[] = [];
  let folderOrder: Uint32Array | undefined;
  let objectOrder: Uint32Array | undefined;
  let stopper = new AbortController();
  const [version, setVersion] = createSignal(0);
  const [looked, setLooked] = createSignal(0);
  const [state, setState] = createSignal<ReturnType<Entries['state']>>('listing');
  const [error, setError] = createSignal<ErrorReport>();
  const [runs, setRuns] = createSignal(0);
  /** Counts the listings that came to their end, after which what they found can be sorted. */
  const [ended, setEnded] = createSignal(0);
  const tell = (): void => void setVersion((before) => before + 1);

  function begin(): void {
    folders = [];
    objects = [];
    folderOrder = undefined;
    objectOrder = undefined;
    batch(() => {
      setLooked(0);
      setError(undefined);
      setState('listing');
      tell();
    });
  }

  async function list({ storageId, folder, find, below }: Place, signal: AbortSignal): Promise<void> {
    const store = await workspace.storages.open(storageId);
    const query = { folder, find, signal };
    const rest = makeRest(signal);
    let toldAt = 0;
    let count = 0;
    for await (const page of below ? browseBelow(store, query) : browseHere(store, query)) {
      signal.throwIfAborted();
      count += page.looked;
      for (const each of page.folders) folders.push(each);
      for (const each of page.objects) objects.push(each);
      if (folders.length + objects.length >= mostKept) {
        setLooked(count);
        setState('full');
        return;
      }
      const isFirst = toldAt === 0 && folders.length + objects.length > 0;
      if (isFirst || performance.now() - toldAt > toldEveryMs) {
        toldAt = performance.now();
        batch(() => {
          setLooked(count);
          tell();
        });
      }
      await rest();
    }
    setLooked(count);
    setState('done');
  }

  async function run(now: Place, stop: AbortController): Promise<void> {
    try {
      await list(now, stop.signal);
    } catch (failure) {
      if (stop !== stopper) return;
      if (isAbort(failure) || stop.signal.aborted) setState('stopped');
      else {
        setError(toErrorReport(failure));
        setState('failed');
      }
    }
    if (stop !== stopper) return;
    batch(() => {
      tell();
      setEnded((before) => before + 1);
    });
  }

  createEffect(
    on([place, runs], ([now]) => {
      begin();
      if (!now) return;
      const stop = new AbortController();
      stopper = stop;
      void run(now, stop);
      onCleanup(() => {
        stopper = new AbortController();
        stop.abort();
      });
    }),
  );

  createEffect(
    on([ended, order], ([, wanted]) => {
      const stands = state();
      if (stands === 'listing' || folders.length + objects.length === 0) return;
      if (wanted === undefined) {
        folderOrder = undefined;
        objectOrder = undefined;
        tell();
        return;
      }
      const stop = new AbortController();
      const listing = stopper.signal;
      setState('sorting');
      const sort = async (): Promise<void> => {
        const rest = makeRest(AbortSignal.any([stop.signal, listing]));
        const turn = wanted.down ? -1 : 1;
        const byName = wanted.by === 'name';
        const compare = compareBy(wanted.by);
        const [ours, theirs] = [folders, objects];
        const nextObjects = await sortInSlices(theirs, (a, b) => turn * compare(a, b), rest);
        const nextFolders = byName
          ? await sortInSlices(ours, (a, b) => turn * compareNatural(a, b), rest)
          : undefined;
        if (stop.signal.aborted || listing !== stopper.signal) return;
        folderOrder = nextFolders;
        objectOrder = nextObjects;
        batch(() => {
          setState(stands);
          tell();
        });
      };
      sort().catch((failure: unknown) => {
        if (!isAbort(failure)) setError(toErrorReport(failure));
      });
      onCleanup(() => {
        stop.abort();
        if (state() === 'sorting') setState(stands);
      });
    }),
  );

  function entryAt(index: number): Entry | undefined {
    if (index < folders.length) {
      const key = folders[folderOrder?.[index] ?? index];
      return key === undefined ? undefined : { key, object: undefined };
    }
    const at = index - folders.length;
    const object = objects[objectOrder?.[at] ?? at];
    return object && { key: object.key, object };
  }

  return {
    folders: () => (version(), folders.length),
    objects: () => (version(), objects.length),
    at: (index) => (version(), entryAt(index)),
    *range(from, to) {
      for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
        const entry = entryAt(index);
        if (entry) yield entry;
      }
    },
    looked,
    state,
    error,
    again: () => setRuns(runs() + 1),
    stop: () => stopper.abort(),
  };
}

function compareBy(by: NonNullable<EntryOrder>['by']): (a: ObjectInfo, b: ObjectInfo) => number {
  switch (by) {
    case 'name':
      return (a, b) => compareNatural(a.key, b.key);
    case 'size':
      return (a, b) => a.size - b.size;
    case 'modified':
      return (a, b) => a.modified - b.modified;
  }
}
