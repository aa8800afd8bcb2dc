/** What every import and export format offers. */
import type { Label } from '../model/label.ts';
import type { Findings } from '../model/request.ts';
import type { Shape } from '../model/shape.ts';

/** One frame on its way out. */
export interface FrameRecord {
  /** Task-relative. */
  readonly frame: number;
  /** The object's key behind the source's prefix. */
  readonly key: string;
  /** Pixels; undefined where the image was never opened. */
  readonly width?: number;
  readonly height?: number;
  readonly shapes: readonly Shape[];
}

/** An object as a file tells it: who takes it in gives it a number and a time. */
export type ImportedShape = Omit<Shape, 'id' | 'updatedAt'>;

export interface ReadTarget {
  readonly labels: readonly Label[];
  /** The frames that can be annotated: all of a task, or of one job. */
  readonly frames: Iterable<{ readonly frame: number; readonly key: string }>;
}

/** All that can be taken, and all that cannot. Nothing has been changed yet. */
export interface ReadResult {
  readonly frames: readonly { readonly frame: number; readonly shapes: readonly ImportedShape[] }[];
  /** Objects in `frames`, and objects in the file. */
  readonly taken: number;
  readonly found: number;
  readonly findings: Findings;
}

/** What a format does; what it is called stands in the registry. */
export interface Format {
  /**
   * Writes in pieces; memory does not grow with what is written. `source` is gone through more than once and must
   * give the same frames each time.
   */
  write(
    source: () => AsyncIterable<FrameRecord>,
    labels: readonly Label[],
  ): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** @throws InvalidDataError where the file as a whole cannot be read; single objects become findings. */
  read(file: Blob, target: ReadTarget): Promise<ReadResult>;
}
