/** Which objects a task knows already: its frames, what is on offer, and what was and is decided on. */
import type { FrameRepository } from '../db/frames.ts';
import type { SyncRepository } from '../db/syncs.ts';
import type { FrameEntry, FrameItem, NewFrame } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import type { Storage } from '../model/storage.ts';
import type { Task } from '../model/task.ts';
import { compareUtf8 } from '../util/text-order.ts';
import { locationOf } from '../model/storage-location.ts';

/** Stands in place of a frame number for what was decided on and is no frame here. */
export const settled = -1;

interface KnownFile {
  readonly etag: string;
  readonly frames: number[];
}

type Item = Omit<FrameItem, 'taskId' | 'frame'>;

export class KnownFrames {
  readonly #locations: ReadonlyMap<StorageId, string>;
  readonly #numbers = new Map<string, Map<string, number>>();
  /** The same maps by storage, as several may be one place. */
  readonly #byStorage = new Map<StorageId, Map<string, number>>();
  readonly #files = new Map<string, KnownFile>();
  readonly #entries: FrameEntry[] = [];
  readonly #fingerprints = new Map<number, string>();

  constructor(storages: readonly Storage[]) {
    this.#locations = new Map(storages.map(({ id, settings }) => [id, locationOf(settings)]));
  }

  static async load(
    { id, sources }: Pick<Task, 'id' | 'sources'>,
    storages: readonly Storage[],
    { frames, syncs }: { readonly frames: FrameRepository; readonly syncs: SyncRepository },
  ): Promise<KnownFrames> {
    const known = new KnownFrames(storages);
    const hasItems = sources.some(({ reading }) => reading.kind === 'tasks');
    for await (const page of frames.pages(id)) {
      const first = known.#entries.length;
      const items = hasItems ? await frames.items(id, first, first + page.length - 1) : [];
      const itemOf = new Map(items.map((item) => [item.frame, item]));
      for (const [index, entry] of page.entries()) {
        known.#add(entry, itemOf.get(first + index), first + index);
        known.#entries.push(entry);
      }
    }
    for await (const page of syncs.settled(id)) known.#settle(page);
    for await (const page of syncs.offers(id)) known.#settle(page);
    return known;
  }

  get size(): number {
    return this.#entries.length;
  }

  /** The frame's number, `settled`, or undefined for what is new. */
  numberOf(frame: NewFrame): number | undefined {
    return this.#at(frame.item?.storageId ?? frame.storageId).get(nameOf(frame, frame.item));
  }

  entry(frame: number): FrameEntry | undefined {
    return this.#entries[frame];
  }

  /** Whether the source tells of a frame what is known. Where it tells no version, size is all there is to compare. */
  isSame(frame: number, now: NewFrame): boolean {
    const before = this.#entries[frame];
    if (now.item) return this.#fingerprints.get(frame) === now.item.fingerprint;
    if (before?.key !== now.key) return false;
    if (before.etag !== '' && now.etag !== '') return before.etag === now.etag;
    return before.size === 0 || now.size === 0 || before.size === now.size;
  }

  /** Some of the keys that begin with `prefix`, in UTF-8 order, about `apart` frames from each other. */
  sampleKeys(storageId: StorageId, prefix: string, apart: number): string[] {
    const location = this.#locationOf(storageId);
    const keys: string[] = [];
    for (let frame = apart; frame < this.#entries.length; frame += apart) {
      const entry = this.#entries[frame];
      if (entry?.key.startsWith(prefix) && this.#locationOf(entry.storageId) === location)
        keys.push(entry.key);
    }
    return [...new Set(keys)].sort(compareUtf8);
  }

  /** What is known of a task file; undefined where it was never read. */
  file(storageId: StorageId, key: string): KnownFile | undefined {
    return this.#files.get(this.#fileName(storageId, key));
  }

  #settle(frames: readonly NewFrame[]): void {
    for (const frame of frames) this.#add(frame, frame.item, settled);
  }

  #add(entry: FrameEntry, item: Item | undefined, number: number): void {
    const numbers = this.#at(item?.storageId ?? entry.storageId);
    const name = nameOf(entry, item);
    if (numbers.has(name)) return;
    numbers.set(name, number);
    if (!item) return;
    const fileName = this.#fileName(item.storageId, item.key);
    const file = this.#files.get(fileName) ?? { etag: item.etag, frames: [] };
    this.#files.set(fileName, file);
    if (number === settled) return;
    file.frames.push(number);
    this.#fingerprints.set(number, item.fingerprint);
  }

  #at(storageId: StorageId): Map<string, number> {
    const known = this.#byStorage.get(storageId);
    if (known) return known;
    const location = this.#locationOf(storageId);
    const numbers = this.#numbers.get(location) ?? new Map<string, number>();
    this.#numbers.set(location, numbers);
    this.#byStorage.set(storageId, numbers);
    return numbers;
  }

  #fileName(storageId: StorageId, key: string): string {
    return `${this.#locationOf(storageId)}\n${key}`;
  }

  #locationOf(storageId: StorageId): string {
    return this.#locations.get(storageId) ?? `storage ${storageId}`;
  }
}

/** Within one location. A row of a task file is itself, whatever object it names. */
export function nameOf(entry: Pick<FrameEntry, 'key'>, item: Pick<Item, 'key' | 'row'> | undefined): string {
  return item ? `${item.key}\n${item.row}` : entry.key;
}
