/**
 * Frames on disk: pages of front-coded keys. Neighbouring keys share most of their start, so each is kept as
 * how many UTF-16 units it shares with the one before, and the rest.
 */
import { type FrameEntry, framesPerPage } from '../model/frame.ts';
import type { TaskId } from '../model/ids.ts';

export interface FramePage {
  readonly taskId: TaskId;
  readonly page: number;
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
    shared,
    rests,
    sizes: Float64Array.from(frames, (frame) => frame.size),
    etags: frames.map((frame) => frame.etag),
  };
}

/** The frames of a page, in order. */
export function unpackFrames(page: FramePage): FrameEntry[] {
  let before = '';
  return page.rests.map((rest, index) => {
    before = before.slice(0, page.shared[index]) + rest;
    return { key: before, size: page.sizes[index] ?? 0, etag: page.etags[index] ?? '' };
  });
}

/** The page that holds a frame, and the frame's place in it. */
export function placeOfFrame(frame: number): { page: number; index: number } {
  return { page: Math.floor(frame / framesPerPage), index: frame % framesPerPage };
}
