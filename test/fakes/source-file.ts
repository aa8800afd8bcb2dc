/** A file of a storage, made of parts, that notes what was asked of it. */
import type { SourceFile } from '#core/media/source-file.ts';

export interface FakeSourceFile extends SourceFile {
  readonly reads: ({ readonly start: number; readonly end: number } | undefined)[];
}

export function makeSourceFile(key: string, ...parts: BlobPart[]): FakeSourceFile {
  const blob = new Blob(parts);
  const reads: FakeSourceFile['reads'] = [];
  return {
    key,
    size: blob.size,
    reads,
    read: async (range) => {
      reads.push(range);
      return range ? blob.slice(range.start, range.end + 1) : blob;
    },
  };
}
