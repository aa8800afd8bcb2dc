/** Fetches and decodes frames, keeps the last ones, and fetches the next ones ahead. */
import type { FrameEntry } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { decodePicture, type Picture, pictureBytes } from './image/picture.ts';

export interface FrameSource {
  entry(frame: number): Promise<FrameEntry | undefined>;
  store(storageId: StorageId): Promise<ObjectStore>;
}

/** Decoded pictures kept, in bytes; the current frame and its neighbours are kept whatever they weigh. */
const budgetBytes = 512 * 1024 * 1024;

interface Loading {
  readonly picture: Promise<Picture>;
  readonly abort: AbortController;
  bytes: number;
}

export class FrameLoader {
  readonly #source: FrameSource;
  readonly #frames = new Map<number, Loading>();

  constructor(source: FrameSource) {
    this.#source = source;
  }

  /** True when the frame can be painted without waiting for anything. */
  isReady(frame: number): boolean {
    return (this.#frames.get(frame)?.bytes ?? 0) > 0;
  }

  /** The picture of a frame. Throws `StorageError` or `FrameError`; a failed one is fetched anew the next time. */
  async load(frame: number): Promise<Picture> {
    return this.#begin(frame).picture;
  }

  /** Fetches frames ahead and lets go of what is far away. `wanted` is in order of importance. */
  async keep(wanted: readonly number[]): Promise<void> {
    this.#release(new Set(wanted));
    for (const frame of wanted) {
      await this.#begin(frame).picture.catch(() => undefined);
    }
  }

  close(): void {
    this.#release(new Set(), 0);
  }

  #begin(frame: number): Loading {
    const kept = this.#frames.get(frame);
    if (kept) {
      this.#frames.delete(frame);
      this.#frames.set(frame, kept);
      return kept;
    }
    const abort = new AbortController();
    const loading: Loading = { picture: this.#fetch(frame, abort.signal), abort, bytes: 0 };
    this.#frames.set(frame, loading);
    loading.picture.then(
      (picture) => {
        if (abort.signal.aborted) picture.close();
        else loading.bytes = pictureBytes(picture);
      },
      () => {
        if (this.#frames.get(frame) === loading) this.#frames.delete(frame);
      },
    );
    return loading;
  }

  async #fetch(frame: number, signal: AbortSignal): Promise<Picture> {
    const entry = await this.#source.entry(frame);
    if (!entry) throw new RangeError(`The task has no frame ${frame}`);
    const store = await this.#source.store(entry.storageId);
    const blob = await store.read(entry.key, { signal, ...(entry.etag === '' ? {} : { etag: entry.etag }) });
    signal.throwIfAborted();
    return decodePicture(blob, entry.key);
  }

  /** Drops what is not wanted: what still loads at once, what is decoded oldest first down to the budget. */
  #release(wanted: ReadonlySet<number>, budget = budgetBytes): void {
    let bytes = 0;
    for (const loading of this.#frames.values()) bytes += loading.bytes;
    for (const [frame, loading] of this.#frames) {
      if (wanted.has(frame) || (loading.bytes > 0 && bytes <= budget)) continue;
      bytes -= loading.bytes;
      this.#frames.delete(frame);
      loading.abort.abort();
      loading.picture.then((picture) => picture.close()).catch(() => undefined);
    }
  }
}
