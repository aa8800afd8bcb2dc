/** Tasks of `.parquet` files, a row each: the end of the file first, then one group of rows after the other. */
import { InvalidDataError, isAbort, isError } from '../../errors.ts';
import type { SourceFile } from '../source-file.ts';
import { NoJsonValue, toJsonValue } from './parquet-value.ts';
import { batches } from './read-json.ts';
import type { TaskReadLimits } from './read.ts';
import { toTaskItem, type TaskFault, type TaskItem } from './task-item.ts';

/**
 * Reads with ranges only. The reader is loaded when the first such file is read.
 * @throws InvalidDataError where it is no Parquet, or one group of rows is too large to be held
 */
export async function* readParquet(
  file: SourceFile,
  limits: TaskReadLimits,
  signal: AbortSignal | undefined,
): AsyncGenerator<(TaskItem | TaskFault)[]> {
  const [{ parquetMetadataAsync, parquetReadObjects }, packed] = await Promise.all([
    import('hyparquet'),
    // Not all of them at once: that brings WebAssembly, which the page's policy forbids. Snappy is in the reader.
    import('hyparquet-compressors'),
  ]);
  const compressors = {
    GZIP: packed.decompressGzip,
    ZSTD: (bytes: Uint8Array) => packed.decompressZstd(bytes),
    BROTLI: packed.decompressBrotli,
    LZ4: packed.decompressLz4,
    LZ4_RAW: packed.decompressLz4Raw,
  };
  const buffer = {
    byteLength: file.size,
    async slice(start: number, end = file.size): Promise<ArrayBuffer> {
      signal?.throwIfAborted();
      return (await file.read({ start, end: end - 1 })).arrayBuffer();
    },
  };
  const metadata = await orDamaged(file, parquetMetadataAsync(buffer));
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    if (group.total_byte_size > limits.maxWholeBytes) throw tooLarge(file, limits);
    const options = { file: buffer, metadata, compressors, rowStart, rowEnd, utf8: false };
    const rows: unknown[] = await orDamaged(file, parquetReadObjects(options));
    const from = rowStart;
    yield* batches(rows.map((row, i) => toItem(from + i, row, limits)));
    rowStart = rowEnd;
  }
}

function toItem(row: number, value: unknown, limits: TaskReadLimits): TaskItem | TaskFault {
  try {
    const whole = Object.entries(Object(value)).map(([name, each]) => [name, toJsonValue(each, name)]);
    return toTaskItem(row, Object.fromEntries(whole), limits);
  } catch (error) {
    if (error instanceof NoJsonValue) return { row, error: error.message };
    throw error;
  }
}

/** What the storage refuses is thrown as it is; all else that goes wrong is the file's. */
async function orDamaged<T>(file: SourceFile, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    if (isError(cause, 'storage') || isAbort(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidDataError(`"${file.key}" cannot be read as Parquet: ${why}.`, {
      where: file.key,
      cause,
      remedy: { text: 'Upload it again, or write the tasks as .jsonl.' },
    });
  }
}

function tooLarge(file: SourceFile, { maxWholeBytes }: TaskReadLimits): InvalidDataError {
  const most = Math.round(maxWholeBytes / 2 ** 20);
  return new InvalidDataError(`"${file.key}" has a row group of more than ${most} MiB.`, {
    where: file.key,
    remedy: { text: 'Write it with smaller row groups, 50,000 rows each for example.' },
  });
}
