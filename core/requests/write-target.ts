/** Writes to a task's targets what is not written yet: every annotated frame, and those that were written before. */
import { InvalidDataError, isAbort, isError, toErrorReport } from '../errors.ts';
import { makeFindingList } from '../formats/findings.ts';
import type { Target } from '../model/target.ts';
import type { Task } from '../model/task.ts';
import { formatCount, plural } from '../util/numbers.ts';
import type { Handler, RequestContext } from './handler.ts';
import { openTarget, type WriteOutcome } from './write-frames.ts';

/** Browsers open six connections to one HTTP/1.1 server. */
const atOnce = 6;

export const writeTarget: Handler<'write-target'> = async ({ taskId }, context) => {
  const task = await context.tasks.get(taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
  if (task.targets.length === 0) {
    throw new InvalidDataError('This task has no target.', {
      where: task.name,
      remedy: { text: 'Give it a target storage first.' },
    });
  }
  const failed = makeFindingList();
  let first: unknown;
  const counts: Record<WriteOutcome, number> = {
    written: 0,
    unchanged: 0,
    removed: 0,
    nothing: 0,
    conflict: 0,
  };
  for (const target of task.targets)
    await writeAll(task, target, context, counts, (frame, error) => {
      first ??= error;
      failed.add(`frame ${frame}`, toErrorReport(error).message);
    });
  const failures = failed.result();
  const words = wordsOf(counts, failures.total);
  if (failures.total > 0 && counts.written + counts.unchanged + counts.removed === 0) {
    throw first;
  }
  return { words, ...(failures.total === 0 ? {} : { findings: failures }) };
};

async function writeAll(
  task: Task,
  target: Target,
  context: RequestContext,
  counts: Record<WriteOutcome, number>,
  fail: (frame: number, error: unknown) => void,
): Promise<void> {
  const frames = await framesToWrite(task, target, context);
  const writer = await openTarget(task, target, context);
  const { signal } = context;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
      signal.throwIfAborted();
      try {
        counts[await writer.write(frame, signal)]++;
      } catch (error) {
        if (isAbort(error) || isHopeless(error)) throw error;
        fail(frame, error);
      }
      done++;
      const total = done + frames.length;
      context.report({
        share: done / total,
        words: `Writing: ${formatCount(done)} of ${plural(total, 'frame')}`,
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Annotated frames and those that were written, the first last, as they are taken from the end. */
async function framesToWrite(task: Task, target: Target, context: RequestContext): Promise<number[]> {
  const frames = new Set<number>();
  for (const job of await context.jobs.ordinaryOfTask(task.id)) {
    for await (const { frame } of context.annotations.frames(job.id)) frames.add(frame);
  }
  for (const { frame } of await context.targets.allWritten(task.id, target.storageId)) frames.add(frame);
  return [...frames].sort((a, b) => b - a);
}

/** What will be the same for every other frame. */
function isHopeless(error: unknown): boolean {
  return (
    isError(error, 'storage') &&
    [
      'credentials-expired',
      'credentials-invalid',
      'locked',
      'offline',
      'cors',
      'mixed-content',
      'clock-skew',
    ].includes(error.code)
  );
}

function wordsOf(
  { written, unchanged, removed, conflict }: Record<WriteOutcome, number>,
  failed: number,
): string {
  return [
    `${plural(written, 'file')} written`,
    unchanged > 0 ? `${formatCount(unchanged)} unchanged` : '',
    removed > 0 ? `${formatCount(removed)} removed` : '',
    conflict > 0 ? plural(conflict, 'conflict') : '',
    failed > 0 ? `${formatCount(failed)} failed` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
