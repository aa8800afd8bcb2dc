/** The jobs of new frames. */
import type { TaskId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import type { Segment } from '../model/segments.ts';
import type { Database } from './database.ts';

export interface JobPlan {
  /** Of ordinary jobs. */
  readonly segments: readonly Segment[];
  /** How often each of them is there once more. */
  readonly replicas: number;
  /** Frames of the job that others are measured against, ascending; empty for none. */
  readonly groundTruth: readonly number[];
}

/** Within a transaction on jobs. */
export async function addJobs(db: Database, taskId: TaskId, plan: JobPlan, now: number): Promise<void> {
  const ordinary = plan.segments.map((segment) => newJob(taskId, segment, now));
  const ids = await db.jobs.bulkAdd(ordinary, { allKeys: true });
  const replicas = ordinary.flatMap((job, index) => {
    const parentJobId = ids[index];
    if (parentJobId === undefined) return [];
    const replica = { ...job, type: 'consensus_replica' as const, parentJobId };
    return Array.from({ length: plan.replicas }, () => replica);
  });
  if (replicas.length > 0) await db.jobs.bulkAdd(replicas);
  const { groundTruth } = plan;
  const [startFrame, stopFrame] = [groundTruth[0], groundTruth.at(-1)];
  if (startFrame === undefined || stopFrame === undefined) return;
  const job = newJob(taskId, { startFrame, stopFrame }, now);
  await db.jobs.add({ ...job, type: 'ground_truth', frames: groundTruth });
}

export function newJob(taskId: TaskId, segment: Segment, now: number): Omit<Job, 'id'> {
  return {
    ...segment,
    taskId,
    type: 'annotation',
    assigneeId: undefined,
    stage: 'annotation',
    state: 'new',
    annotatedFrames: 0,
    objectCount: 0,
    lastFrame: segment.startFrame,
    workedMs: 0,
    createdAt: now,
    updatedAt: now,
  };
}
