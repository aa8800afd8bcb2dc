/** Deciding where somebody else wrote to a target in between. Loaded when there is something to decide. */
import { jobLock } from '../annotate/job-lock.ts';
import { InvalidDataError } from '../errors.ts';
import { readFrameFile, toShapes } from '../requests/frame-file/read.ts';
import type { StorageId, TaskId } from '../model/ids.ts';
import type { Task } from '../model/task.ts';
import type { Conflict } from '../model/written.ts';
import { frameShapes } from '../requests/frame-shapes.ts';
import { openTarget } from '../requests/write-frames.ts';
import type { House } from './open-workspace.ts';
import type { ConflictSides } from './workspace.ts';

/** Both sides of every conflict of a task. */
export async function conflictSides(house: House, taskId: TaskId): Promise<ConflictSides[]> {
  const task = await found(house, taskId);
  const jobs = await house.jobs.ordinaryOfTask(taskId);
  const names = new Map(task.labels.map(({ id, name }) => [id, name]));
  return Promise.all(
    (await house.targets.conflicts(taskId)).map(async (conflict) => {
      const [ours, sizes] = await Promise.all([
        frameShapes(house.annotations, jobs, conflict.frame),
        house.frames.sizes(taskId, conflict.frame, conflict.frame),
      ]);
      return {
        ...conflict,
        size: sizes.get(conflict.frame),
        ours: ours.map(({ labelId, points }) => ({ label: names.get(labelId) ?? '', points })),
        theirShapes: shapesOf(conflict),
      };
    }),
  );
}

/** Undefined where the other side is no file of ours, or gone. */
function shapesOf({ theirs, key }: Conflict): ConflictSides['theirShapes'] {
  if (theirs === undefined) return undefined;
  try {
    return readFrameFile(theirs, key).shapes.map(({ label, points }) => ({ label, points }));
  } catch {
    return undefined;
  }
}

/** Which object, and whose side is taken. */
export interface Decision {
  readonly taskId: TaskId;
  readonly storageId: StorageId;
  readonly frame: number;
  readonly take: 'ours' | 'theirs';
}

/** Writes ours over theirs, or makes theirs ours. Throws where it was written again in the meantime. */
export async function resolveConflict(house: House, decision: Decision): Promise<void> {
  const { taskId, storageId, frame, take } = decision;
  const task = await found(house, taskId);
  const conflict = await house.targets.conflict(taskId, storageId, frame);
  const target = task.targets.find((each) => each.storageId === storageId);
  if (!conflict || !target) return;
  if (take === 'theirs') await takeTheirs(house, task, conflict);
  const { key, theirEtag } = conflict;
  await house.targets.keepWritten({ taskId, storageId, frame, key, etag: theirEtag, hash: '', sent: '' });
  const context = { ...house, openStorage: async (id: StorageId) => house.vault.openWithSettings(id) };
  const outcome = await (await openTarget(task, target, context)).write(frame);
  if (outcome !== 'conflict') return;
  throw new InvalidDataError(`"${key}" was written again in the meantime.`, {
    where: key,
    remedy: { text: 'Nothing was overwritten. Look at both sides once more.' },
  });
}

async function takeTheirs(house: House, task: Task, conflict: Conflict): Promise<void> {
  const { frame, theirs, key } = conflict;
  const { shapes, unknown } =
    theirs === undefined ? { shapes: [], unknown: [] } : toShapes(readFrameFile(theirs, key), task.labels);
  if (unknown.length > 0) {
    throw new InvalidDataError(`The task has no label ${unknown.map((name) => `"${name}"`).join(', ')}.`, {
      where: key,
      remedy: { text: 'Nothing was changed. Add the label to the task, or keep yours.' },
    });
  }
  const covering = (await house.jobs.ordinaryOfTask(task.id)).filter(
    ({ startFrame, stopFrame }) => frame >= startFrame && frame <= stopFrame,
  );
  const held: (() => void)[] = [];
  try {
    for (const { id } of covering) held.push(await holdJob(house, id));
    for (const [index, { id }] of covering.entries()) {
      const entry = { name: 'Take what the target holds', at: house.ports.clock.now() };
      await house.annotations.replaceFrame(id, frame, index === 0 ? shapes : [], entry);
    }
  } finally {
    for (const release of held) release();
  }
}

async function holdJob({ ports }: House, id: number): Promise<() => void> {
  const release = await ports.locks.tryHold(jobLock(id));
  if (release) return release;
  throw new InvalidDataError(`Job ${id} is open in a tab. Nothing was changed.`, {
    where: `job ${id}`,
    remedy: { text: 'Close the job, then try again.' },
  });
}

async function found({ tasks }: House, taskId: TaskId): Promise<Task> {
  const task = await tasks.get(taskId);
  if (task) return task;
  throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
}
