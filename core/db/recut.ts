/** Cuts a task's jobs anew, in one transaction: what is annotated goes with its frames. */
import { InvalidDataError } from '../errors.ts';
import type { JobId, TaskId } from '../model/ids.ts';
import { inheritWork } from '../model/inherit-work.ts';
import type { Job } from '../model/job.ts';
import type { Segment } from '../model/segments.ts';
import type { FrameAnnotations, Shape } from '../model/shape.ts';
import type { Task } from '../model/task.ts';
import { AnnotationRepository } from './annotations.ts';
import type { Database } from './database.ts';
import { lastEntries, objectTables } from './labels/objects.ts';
import { newJob } from './new-jobs.ts';
import { removeJobs } from './remove-for-good.ts';
import { keepTasks } from './statuses.ts';

export interface Recut {
  readonly before: Task;
  /** Those that hold something are in the bin; the others are nowhere but here. */
  readonly old: readonly Job[];
  readonly made: readonly JobId[];
}

/** Where two jobs have a frame, the first takes what is on it, as in an import. */
export type Merge = (a: readonly Shape[], b: readonly Shape[]) => readonly Shape[];

export async function recutJobs(
  db: Database,
  before: Task,
  cut: Pick<Task, 'segmentSize' | 'overlap'>,
  segments: readonly Segment[],
  merge: Merge,
  now: number,
): Promise<Recut> {
  return db.transaction('rw', objectTables(db), async () => {
    const jobs = await db.jobs.where('taskId').equals(before.id).toArray();
    const live = jobs.filter(({ deletedAt, type }) => deletedAt === undefined && type !== 'ground_truth');
    const annotations = new AnnotationRepository(db);
    for (const { id } of live) await annotations.fold(id);
    const made: JobId[] = [];
    let parents: JobId[] = [];
    for (const layer of layersOf(live)) {
      const ids = await addLayer(db, before.id, layer, segments, merge, now, parents);
      if (parents.length === 0) parents = ids;
      made.push(...ids);
    }
    const old = await db.jobs.bulkGet(live.map(({ id }) => id));
    const kept = old.filter((job) => job !== undefined);
    const holds = (job: Job): boolean => job.objectCount > 0;
    await db.jobs.bulkUpdate(kept.filter(holds).map(({ id }) => ({ key: id, changes: { deletedAt: now } })));
    await db.jobs.bulkDelete(kept.filter((job) => !holds(job)).map(({ id }) => id));
    await db.tasks.update(before.id, { ...cut, jobFiles: undefined, updatedAt: now });
    await keepTasks(db, [before.id]);
    return { before, old: kept, made };
  });
}

/** Throws, and changes nothing, where one of the new jobs was edited. */
export async function takeRecutBack(db: Database, { before, old, made }: Recut, now: number): Promise<void> {
  await db.transaction('rw', objectTables(db), async () => {
    const entries = await lastEntries(db, [before.id]);
    const edited = made.find((id) => entries.get(id) !== 0);
    if (edited !== undefined) {
      throw new InvalidDataError(`Job #${edited} was edited since it was cut, or is gone.`, {
        where: `job ${edited}`,
        remedy: { text: 'Cut the task again as it was: what is annotated goes with its frames.' },
      });
    }
    await removeJobs(db, made);
    await db.jobs.bulkPut([...old]);
    const { segmentSize, overlap, jobFiles } = before;
    await db.tasks.update(before.id, { segmentSize, overlap, jobFiles, updatedAt: now });
    await keepTasks(db, [before.id]);
  });
}

/** The ordinary jobs; then, for each replica that there is of them, these. */
function layersOf(jobs: readonly Job[]): Job[][] {
  const layers: Job[][] = [[]];
  const replicas = new Map<JobId, number>();
  for (const job of jobs.toSorted((a, b) => a.startFrame - b.startFrame || a.id - b.id)) {
    const layer = job.parentJobId === undefined ? 0 : (replicas.get(job.parentJobId) ?? 0) + 1;
    if (job.parentJobId !== undefined) replicas.set(job.parentJobId, layer);
    (layers[layer] ??= []).push(job);
  }
  return layers;
}

async function addLayer(
  db: Database,
  taskId: TaskId,
  before: readonly Job[],
  segments: readonly Segment[],
  merge: Merge,
  now: number,
  parents: readonly JobId[],
): Promise<JobId[]> {
  const works = inheritWork(before, segments);
  const rows = segments.map((segment, index): Omit<Job, 'id'> => {
    const parentJobId = parents[index];
    return {
      ...newJob(taskId, segment, now),
      ...works[index],
      ...(parentJobId === undefined ? {} : { type: 'consensus_replica', parentJobId }),
    };
  });
  const ids = await db.jobs.bulkAdd(rows, { allKeys: true });
  const frames = new Map<number, readonly Shape[]>();
  for (const { id } of before) {
    const documents = await db.annotations.where('jobId').equals(id).toArray();
    for (const { frame, shapes } of documents) {
      if (shapes.length > 0) frames.set(frame, merge(frames.get(frame) ?? [], shapes));
    }
  }
  const byJob = new Map<number, [frame: number, shapes: readonly Shape[]][]>();
  for (const entry of [...frames].sort(([a], [b]) => a - b)) {
    const index = segments.findIndex((segment) => entry[0] <= segment.stopFrame);
    const entries = byJob.get(index) ?? [];
    byJob.set(index, entries);
    entries.push(entry);
  }
  for (const [index, entries] of byJob) {
    const jobId = ids[index];
    if (jobId !== undefined) await fill(db, jobId, entries);
  }
  return ids;
}

/** Objects keep their numbers, unless two of the job would have the same. */
async function fill(
  db: Database,
  jobId: JobId,
  frames: readonly (readonly [frame: number, shapes: readonly Shape[]])[],
): Promise<void> {
  const all = frames.flatMap(([, shapes]) => shapes);
  const taken = new Set<number>();
  let nextShapeId = all.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  const numbered = (shape: Shape): Shape => {
    const id = taken.has(shape.id) ? nextShapeId++ : shape.id;
    taken.add(id);
    return id === shape.id ? shape : { ...shape, id };
  };
  const documents = frames.map(
    ([frame, shapes]): FrameAnnotations => ({ jobId, frame, seq: 0, shapes: shapes.map(numbered) }),
  );
  await db.annotations.bulkPut(documents);
  await db.journals.put({ jobId, foldedSeq: 0, nextShapeId });
  await db.jobs.update(jobId, { annotatedFrames: documents.length, objectCount: all.length });
}
