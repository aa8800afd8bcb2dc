/**
 * Frames on disk: pages of front-coded keys. Neighbouring keys share most of their start, so each is kept as
 * how many UTF-16 units it shares with the one before, and the rest.
 */
import { type FrameEntry, framesPerPage, plainAddress } from '../model/frame.ts';
import type { StorageId, TaskId } from '../model/ids.ts';

export interface FramePage {
  readonly taskId: TaskId;
  readonly page: number;
  /** One for all frames of the page, or one for each. */
  readonly storageIds: StorageId | Float64Array;
  readonly shared: Uint16Array;
  readonly rests: readonly string[];
  readonly sizes: Float64Array;
  readonly etags: readonly string[];
}

/** Packs at most `framesPerPage` frames. */
export function packFrames(taskId: TaskId, page: number, frames: readonly FrameEntry[]): FramePage {
  const shared = new Uint16Array(frames.length);
  const rests: string[] = [];
  let before = '';
  for (const [index, { key }] of frames.entries()) {
    const limit = Math.min(before.length, key.length, 0xffff);
    let same = 0;
    while (same < limit && before.charCodeAt(same) === key.charCodeAt(same)) same += 1;
    shared[index] = same;
    rests.push(key.slice(same));
    before = key;
  }
  return {
    taskId,
    page,
    storageIds: storageIdsOf(frames),
    shared,
    rests,
    sizes: Float64Array.from(frames, (frame) => frame.size),
    etags: frames.map((frame) => frame.etag),
  };
}

function storageIdsOf(frames: readonly FrameEntry[]): StorageId | Float64Array {
  const first = frames[0]?.storageId ?? plainAddress;
  return frames.every(({ storageId }) => storageId === first)
    ? first
    : Float64Array.from(frames, ({ storageId }) => storageId);
}

/** The frames of a page, in order. */
export function unpackFrames({ storageIds, shared, rests, sizes, etags }: FramePage): FrameEntry[] {
  let key = '';
  return rests.map((rest, index) => {
    key = key.slice(0, shared[index]) + rest;
    const storageId = typeof storageIds === 'number' ? storageIds : (storageIds[index] ?? plainAddress);
    return { storageId, key, size: sizes[index] ?? 0, etag: etags[index] ?? '' };
  });
}

/** The page that holds a frame, and the frame's place in it. */
export function placeOfFrame(frame: number): { page: number; index: number } {
  return { page: Math.floor(frame / framesPerPage), index: frame % framesPerPage };
}
