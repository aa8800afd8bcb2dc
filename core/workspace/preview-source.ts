/** What a source would bring, from the first stretch of it; nothing is downloaded but the first task files. */
import { ContextImages, isContextImage } from '../media/context-images.ts';
import { mediaKind } from '../media/kinds.ts';
import type { NewFrame } from '../model/frame.ts';
import type { Source } from '../model/source.ts';
import { type Batch, readSources } from '../requests/read-sources.ts';
import { compareOf } from '../requests/frame-sorter.ts';
import type { Sorting } from '../model/task.ts';
import type { House } from './open-workspace.ts';

/** Listing stops here; the task itself takes everything. */
const mostListed = 5000;
const mostFrames = 5000;
const keysKept = 5;
const failuresKept = 5;

interface MediaPreview {
  readonly frames: number;
  /** Of all frames, where the source tells it. */
  readonly bytes: number;
  /** In the task's order. */
  readonly firstKeys: readonly string[];
  /** Images beside them. */
  readonly contextImages?: number;
}

/** The point clouds of a source, where the others are its images. */
interface CloudsPreview extends MediaPreview {
  /** Images that belong to no point cloud: those are a task of their own. */
  readonly stray: number;
}

/** The frames are the images that lie there. */
export interface SourcePreview extends MediaPreview {
  readonly listed: number;
  /** How many objects were left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly failed: { readonly total: number; readonly items: readonly { where: string; what: string }[] };
  /** True when there is more than was looked at. */
  readonly more: boolean;
  /** Undefined where no point cloud was seen. */
  readonly clouds?: CloudsPreview;
}

/** A preview after each page, the last one when the first stretch has been looked at. */
export async function* previewSource(
  { vault, storages }: Pick<House, 'storages'> & { readonly vault: Pick<House['vault'], 'openWithSettings'> },
  source: Source,
  sorting: Sorting,
  signal: AbortSignal,
  seed = 0,
): AsyncGenerator<SourcePreview> {
  const leftOut = new Map<string, number>();
  const failures: { where: string; what: string }[] = [];
  let failed = 0;
  let listed = 0;
  const compare = compareOf({ sorting, seed });
  const images = new Tally(source, compare);
  const clouds = new Tally(source, compare);
  /** Images that the filter leaves out may belong to point clouds all the same. */
  const others: string[] = [];
  const contextOfImages: string[] = [];
  const context = {
    signal,
    storages,
    openStorage: async (id: number) => vault.openWithSettings(id),
  };
  const preview = (more: boolean): SourcePreview => {
    const cloudsThere =
      clouds.frames > 0 ? cloudsOf(clouds, [...images.keys, ...contextOfImages], others, source) : undefined;
    return {
      ...images.result(),
      ...(contextOfImages.length > 0 ? { contextImages: contextOfImages.length } : {}),
      listed,
      leftOut: new Map(leftOut),
      failed: { total: failed, items: [...failures] },
      more,
      ...(cloudsThere ? { clouds: cloudsThere } : {}),
    };
  };
  const pages = readSources([source], context, {
    leftOut: {
      add(where, what) {
        leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
        if (mediaKind(where) === 'image') others.push(where);
      },
    },
    failed: {
      add(where, what) {
        failed++;
        if (failures.length < failuresKept) failures.push({ where, what });
      },
    },
  });
  for await (const page of pages) {
    if (listed >= mostListed || images.frames >= mostFrames) {
      yield preview(true);
      return;
    }
    listed += page.listed;
    images.take(page.frames);
    clouds.take(page.beside.filter(({ key }) => mediaKind(key) === 'pointcloud'));
    for (const { key } of page.beside) if (isContextImage(key, source.prefix)) contextOfImages.push(key);
    yield preview(true);
  }
  yield preview(false);
}

/** Counts frames of one kind. */
class Tally {
  frames = 0;
  readonly keys: string[] = [];
  readonly #source: Source;
  readonly #compare: (a: string, b: string) => number;
  #bytes = 0;
  #firstKeys: readonly string[] = [];

  constructor(source: Source, compare: (a: string, b: string) => number) {
    this.#source = source;
    this.#compare = compare;
  }

  take(frames: Batch['beside'] | readonly NewFrame[]): void {
    const { prefix } = this.#source;
    this.frames += frames.length;
    const names: string[] = [];
    for (const { key, size } of frames) {
      this.#bytes += size;
      this.keys.push(key);
      names.push(key.slice(key.startsWith(prefix) ? prefix.length : 0));
    }
    this.#firstKeys = [...this.#firstKeys, ...names].sort(this.#compare).slice(0, keysKept);
  }

  result(): MediaPreview {
    return { frames: this.frames, bytes: this.#bytes, firstKeys: this.#firstKeys };
  }
}

function cloudsOf(
  clouds: Tally,
  images: readonly string[],
  others: readonly string[],
  { storageId }: Source,
): CloudsPreview {
  const beside = new ContextImages('3d');
  beside.take(
    storageId,
    clouds.keys.map((key) => ({ key })),
    [...images, ...others],
  );
  const match = beside.match();
  const contextImages = clouds.keys.reduce((sum, key) => sum + match.of({ storageId, key }).length, 0);
  const left = new Set(match.left());
  const stray = images.filter((key) => left.has(key)).length;
  return { ...clouds.result(), contextImages, stray };
}
