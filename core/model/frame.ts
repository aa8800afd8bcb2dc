/** What a task knows of each of its frames, without having downloaded it. */
import type { StorageId, TaskId } from './ids.ts';

/** Stands for "no storage": the key is a whole address that anyone may read. */
export const plainAddress: StorageId = 0;

export interface FrameEntry {
  readonly storageId: StorageId;
  /** The whole object key. */
  readonly key: string;
  /** Bytes; 0 where the source does not say. */
  readonly size: number;
  /** Version of the object; empty where the source tells none. */
  readonly etag: string;
}

/** What a frame was made from when its source holds task files: kept, and written back with the annotations. */
export interface FrameItem {
  readonly taskId: TaskId;
  readonly frame: number;
  /** Where it stood: the task file and the row in it. */
  readonly storageId: StorageId;
  readonly key: string;
  readonly row: number;
  /** Version of the task file. */
  readonly etag: string;
  /** Of the row's text: another one says that the row has changed. */
  readonly fingerprint: string;
  /** The task object as it stood there, its `data` and all else. */
  readonly whole: { readonly [name: string]: unknown };
}

/** A frame as its source tells it, before it is one of a task. */
export interface NewFrame extends FrameEntry {
  /** Image pixels, where a manifest tells them. */
  readonly picture?: { readonly width: number; readonly height: number };
  readonly item?: Omit<FrameItem, 'taskId' | 'frame'>;
  /** Whole keys of its context images, in its own storage. */
  readonly related?: readonly string[];
}

/** Images that are shown beside a frame; they lie in the frame's storage. */
export interface RelatedImages {
  readonly taskId: TaskId;
  readonly frame: number;
  /** Whole keys. */
  readonly keys: readonly string[];
}

/** Frames are stored in pages of this many, so that a million-object task is some hundreds of rows. */
export const framesPerPage = 2000;
