/**
 * Images that are shown beside a frame and are none themselves. Of a point cloud CVAT's four layouts say which; of an
 * image they lie in `related_images/<its name with _ for .>/`, next to it.
 */
import type { FrameEntry, NewFrame } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import type { Dimension } from '../model/task.ts';
import { mediaKind, pathOfKey } from './kinds.ts';
import { recogniseLayout } from './pointcloud/layouts.ts';

/** True for an image that stands in for no frame of its own. `prefix`, where one looks, does not count. */
export function isContextImage(key: string, prefix = ''): boolean {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const path = pathOfKey(key.startsWith(folder) ? key.slice(folder.length) : key);
  return /(^|\/)related_images\/[^/]+\/[^/]+$/i.test(path) && mediaKind(key) === 'image';
}

/** Gathers what a listing tells, in whatever order it comes, and says then what belongs together. */
export class ContextImages {
  readonly #dimension: Dimension;
  readonly #clouds = new Map<StorageId, string[]>();
  readonly #images = new Map<StorageId, string[]>();

  constructor(dimension: Dimension) {
    this.#dimension = dimension;
  }

  /** `keys` that lie beside the frames. Images among them are remembered, and the frames of a task of point clouds. */
  take(storageId: StorageId, frames: readonly Pick<NewFrame, 'key'>[], keys: readonly string[]): void {
    if (this.#dimension === '3d') {
      for (const { key } of frames) add(this.#clouds, storageId, key);
    }
    for (const key of keys) if (mediaKind(key) === 'image') add(this.#images, storageId, key);
  }

  get isEmpty(): boolean {
    return this.#images.size === 0;
  }

  match(): ContextMatch {
    const byPlace = new Map<string, readonly string[]>();
    const stray: string[] = [];
    for (const [storageId, images] of this.#images) {
      if (this.#dimension === '2d') {
        for (const [folder, keys] of byFolder(images)) byPlace.set(`${storageId} ${folder}`, keys.sort());
        continue;
      }
      const answer = recogniseLayout([...(this.#clouds.get(storageId) ?? []), ...images]);
      if (!answer.ok) stray.push(...answer.stray);
      for (const { key, images: keys } of answer.frames) {
        if (keys.length > 0) byPlace.set(`${storageId} ${key}`, keys);
      }
    }
    return new ContextMatch(byPlace, this.#dimension === '3d' ? (key) => key : contextFolder, stray);
  }
}

function add(lists: Map<StorageId, string[]>, storageId: StorageId, key: string): void {
  const there = lists.get(storageId);
  if (there) there.push(key);
  else lists.set(storageId, [key]);
}

export class ContextMatch {
  readonly #byPlace: ReadonlyMap<string, readonly string[]>;
  readonly #placeOf: (key: string) => string;
  readonly #stray: readonly string[];
  readonly #asked = new Set<string>();

  constructor(
    byPlace: ReadonlyMap<string, readonly string[]>,
    placeOf: (key: string) => string,
    stray: readonly string[],
  ) {
    this.#byPlace = byPlace;
    this.#placeOf = placeOf;
    this.#stray = stray;
  }

  /** Keys of the frame's own storage, by name. */
  of({ storageId, key }: Pick<FrameEntry, 'storageId' | 'key'>): readonly string[] {
    const place = `${storageId} ${this.#placeOf(key)}`;
    const keys = this.#byPlace.get(place);
    if (keys) this.#asked.add(place);
    return keys ?? [];
  }

  /** Those that belong to no frame that was asked for. */
  left(): string[] {
    const unasked = [...this.#byPlace].filter(([place]) => !this.#asked.has(place));
    return [...this.#stray, ...unasked.flatMap(([, keys]) => keys)];
  }
}

/** Where the context images of an image lie. */
function contextFolder(key: string): string {
  const folder = folderOf(key);
  return `${folder}related_images/${pathOfKey(key).slice(folder.length).replaceAll('.', '_')}/`;
}

function byFolder(keys: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const key of keys) {
    const folder = folderOf(key);
    const there = folders.get(folder);
    if (there) there.push(key);
    else folders.set(folder, [key]);
  }
  return folders;
}

function folderOf(key: string): string {
  const path = pathOfKey(key);
  return path.slice(0, path.lastIndexOf('/') + 1);
}
