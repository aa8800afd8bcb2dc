/** What a task knows of each of its frames, without having downloaded it. */

export interface FrameEntry {
  /** The whole object key. */
  readonly key: string;
  readonly size: number;
  readonly etag: string;
}

/** Frames are stored in pages of this many, so that a million-object task is some hundreds of rows. */
export const framesPerPage = 2000;
