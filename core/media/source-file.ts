/** An object as readers of its content see it: any part of it, nothing else of the storage. */

export interface SourceFile {
  readonly key: string;
  /** Bytes; 0 where the storage does not say. */
  readonly size: number;
  /** Bytes `start` to `end`, both inclusive; everything without a range. */
  read(range?: { readonly start: number; readonly end: number }): Promise<Blob>;
}

/** The same with its size known: where the storage does not say, it is read whole, once. */
export async function sizedFile(file: SourceFile): Promise<SourceFile> {
  if (file.size > 0) return file;
  const whole = await file.read();
  return {
    key: file.key,
    size: whole.size,
    read: async (range) => (range ? whole.slice(range.start, range.end + 1) : whole),
  };
}
