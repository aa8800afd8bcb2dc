/** Task files, whatever they are: one task, a list, a task on each line, a table. */
import { InvalidDataError } from '../../errors.ts';
import { sizedFile, type SourceFile } from '../source-file.ts';
import { readJson, readJsonLines } from './read-json.ts';
import type { TaskFault, TaskItem } from './task-item.ts';

export interface TaskReadLimits {
  /** Bytes for each request for a part of the file. */
  readonly chunkBytes: number;
  readonly maxLineBytes: number;
  /** Bytes of what must be held at once: a list in `.json`, a group of rows in `.parquet`. */
  readonly maxWholeBytes: number;
  /** Lists and objects within each other. */
  readonly maxDepth: number;
}

const usualLimits: TaskReadLimits = {
  chunkBytes: 4 * 2 ** 20,
  maxLineBytes: 16 * 2 ** 20,
  maxWholeBytes: 128 * 2 ** 20,
  maxDepth: 100,
};

/**
 * Tasks in the order of the file, up to 1000 at a time; one that is wrong is a fault in its place.
 * @throws InvalidDataError where the file as a whole cannot be read
 */
export async function* readTaskItems(
  source: SourceFile,
  { signal, limits }: { readonly signal?: AbortSignal; readonly limits?: Partial<TaskReadLimits> } = {},
): AsyncGenerator<readonly (TaskItem | TaskFault)[]> {
  const ending = /\.([^./]+)$/.exec(source.key)?.[1]?.toLowerCase() ?? 'json';
  const file = await sizedFile(source);
  const all = { ...usualLimits, ...limits };
  if (ending === 'json') yield* readJson(file, all, signal);
  else if (ending === 'jsonl') yield* readJsonLines(file, all, signal);
  else if (ending === 'parquet') yield* (await import('./read-parquet.ts')).readParquet(file, all, signal);
  else {
    throw new InvalidDataError(`"${source.key}" is no task file. Those end in .json, .jsonl or .parquet.`, {
      where: source.key,
      remedy: { text: 'Let the filter take task files only, or treat every object as a source file.' },
    });
  }
}
