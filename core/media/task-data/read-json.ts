/** Tasks of `.json` and `.jsonl` files. */
import { InvalidDataError, isError } from '../../errors.ts';
import { parseJson } from '../../util/json.ts';
import { readLines } from '../read-lines.ts';
import type { SourceFile } from '../source-file.ts';
import { toTaskItem, type TaskFault, type TaskItem } from './task-item.ts';
import type { TaskReadLimits } from './read.ts';

/** Tasks of one batch, at the most. */
const batchSize = 1000;

/** A task on each line; blank lines are passed over and not counted. */
export async function* readJsonLines(
  file: SourceFile,
  limits: TaskReadLimits,
  signal: AbortSignal | undefined,
): AsyncGenerator<(TaskItem | TaskFault)[]> {
  let row = 0;
  const { chunkBytes, maxLineBytes } = limits;
  for await (const lines of readLines(file, { chunkBytes, maxLineBytes, signal })) {
    const items: (TaskItem | TaskFault)[] = [];
    for (const { number, text, error } of lines) {
      if (text === undefined) items.push({ row: row++, error: error ?? '' });
      else if (text.trim() !== '') items.push(parseLine(row++, number, text, limits));
    }
    yield* batches(items);
  }
}

function parseLine(row: number, number: number, text: string, limits: TaskReadLimits): TaskItem | TaskFault {
  try {
    const item = toTaskItem(row, parseJson(text), limits);
    return 'error' in item ? { row, error: `Line ${number}: ${item.error}` } : item;
  } catch (error) {
    if (!isError(error, 'invalid-data')) throw error;
    const column = error.where.split(':').at(-1) ?? '1';
    return { row, error: `Line ${number} is not JSON from column ${column} on.` };
  }
}

/**
 * One task, a list of them, or, where the whole is no JSON value, one on each line.
 * @throws InvalidDataError for what is neither, and for a list too large to be held at once
 */
export async function* readJson(
  file: SourceFile,
  limits: TaskReadLimits,
  signal: AbortSignal | undefined,
): AsyncGenerator<(TaskItem | TaskFault)[]> {
  if (file.size > limits.maxWholeBytes) {
    if (await beginsWithLine(file, limits)) {
      yield* readJsonLines(file, limits, signal);
      return;
    }
    const most = Math.round(limits.maxWholeBytes / 2 ** 20);
    throw new InvalidDataError(
      `"${file.key}" is larger than ${most} MiB, too large to be read as one piece.`,
      {
        where: file.key,
        remedy: { text: 'Write one task on each line (.jsonl): such files may be of any size.' },
      },
    );
  }
  const text = decodeWhole(new Uint8Array(await (await file.read()).arrayBuffer()), file.key);
  let whole: unknown;
  try {
    whole = parseJson(text);
  } catch (error) {
    if (!(await beginsWithLine(file, limits))) throw error;
    yield* readJsonLines(file, limits, signal);
    return;
  }
  const values: readonly unknown[] = Array.isArray(whole) ? whole : [whole];
  for (let start = 0; start < values.length; start += batchSize) {
    yield values.slice(start, start + batchSize).map((value, i) => toTaskItem(start + i, value, limits));
  }
}

/** True where the first line that says something is JSON for itself. */
async function beginsWithLine(
  file: SourceFile,
  { chunkBytes, maxLineBytes }: TaskReadLimits,
): Promise<boolean> {
  for await (const lines of readLines(file, { chunkBytes, maxLineBytes })) {
    const first = lines.find(({ text }) => text === undefined || text.trim() !== '');
    if (!first) continue;
    try {
      const value = parseJson(first.text ?? '');
      return typeof value === 'object' && value !== null;
    } catch {
      return false;
    }
  }
  return false;
}

function decodeWhole(bytes: Uint8Array, key: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidDataError(`"${key}" is not UTF-8.`, {
      where: key,
      cause,
      remedy: { text: 'Save it as UTF-8.' },
    });
  }
}

export function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
