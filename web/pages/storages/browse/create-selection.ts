/** What is chosen in the browser, in any of a storage's folders. */
import { createMemo, createSignal } from 'solid-js';
import { wayTo } from '#core/workspace/browse/names.ts';
import type { Entry } from './entry.ts';

const sliceLength = 10_000;

export interface SelectionSum {
  readonly objects: number;
  readonly folders: number;
  /** Of the objects; what is in the folders is not known. */
  readonly bytes: number;
}

export interface Selection {
  readonly has: (key: string) => boolean;
  readonly sum: () => SelectionSum;
  /** Objects, and folders with their `/`. */
  readonly keys: () => string[];
  /** Chooses these and nothing else. */
  readonly only: (entries: Iterable<Entry>) => void;
  readonly add: (entries: Iterable<Entry>) => void;
  /** Adds a slice at a time, so that the page answers meanwhile; any other change ends it. */
  readonly addMany: (entries: Iterable<Entry>) => Promise<void>;
  readonly toggle: (entry: Entry) => void;
  readonly clear: () => void;
}

/**
 * A folder stands for all that is in it: choosing it takes the place of what was chosen inside, and choosing
 * something inside of a chosen folder narrows the choice down to that.
 */
export function createSelection(): Selection {
  /** Bytes by key; undefined for folders. Changed in place, as a hundred thousand may be chosen. */
  const chosen = new Map<string, number | undefined>();
  let folders = 0;
  let bytes = 0;
  const [version, setVersion] = createSignal(0);
  const changed = (): void => void setVersion(version() + 1);

  function remove(key: string): void {
    if (!chosen.has(key)) return;
    const size = chosen.get(key);
    if (size === undefined) folders--;
    bytes -= size ?? 0;
    chosen.delete(key);
  }

  function put(entries: Iterable<Entry>): void {
    const added = new Set<string>();
    for (const { key, object } of entries) {
      if (folders > 0) for (const outer of wayTo(key)) if (outer !== key) remove(outer);
      if (chosen.has(key)) continue;
      if (!object) {
        folders++;
        added.add(key);
      }
      bytes += object?.size ?? 0;
      chosen.set(key, object?.size);
    }
    if (added.size === 0) return;
    for (const key of chosen.keys()) {
      if (wayTo(key).some((outer) => outer !== key && added.has(outer))) remove(key);
    }
  }

  function empty(): void {
    chosen.clear();
    folders = 0;
    bytes = 0;
  }

  const sum = createMemo((): SelectionSum => {
    version();
    return { objects: chosen.size - folders, folders, bytes };
  });

  return {
    sum,
    has(key) {
      version();
      return chosen.has(key);
    },
    keys: () => [...chosen.keys()],
    only(entries) {
      empty();
      put(entries);
      changed();
    },
    add(entries) {
      put(entries);
      changed();
    },
    async addMany(entries) {
      let slice: Entry[] = [];
      for (const entry of entries) {
        slice.push(entry);
        if (slice.length < sliceLength) continue;
        put(slice);
        slice = [];
        changed();
        const mine = version();
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        if (version() !== mine) return;
      }
      put(slice);
      changed();
    },
    toggle(entry) {
      if (chosen.has(entry.key)) remove(entry.key);
      else put([entry]);
      changed();
    },
    clear() {
      empty();
      changed();
    },
  };
}
