/** State, stage, status and progress of `cvat.md` 5, its faults mended: what is no ordinary job holds nothing back. */
import { expect, test } from 'vitest';
import { cellsOf } from '#core/db/list-cells.ts';
import {
  type Job,
  jobStates,
  jobTypes,
  type JobState,
  type JobType,
  type Stage,
  stages,
} from '#core/model/job.ts';
import { jobStatus, leastAdvanced, type TaskStatus, taskStatus } from '#core/model/status.ts';
import { Tables } from '#core/query/columns/tables.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

function job(stage: Stage, state: JobState, type: JobType = 'annotation', fields: Partial<Job> = {}): Job {
  return { id: 1, ...jobRow(1, { stage, state, type }), ...fields };
}

const statusOf: Record<Stage, Record<JobState, TaskStatus>> = {
  annotation: {
    new: 'annotation',
    'in progress': 'annotation',
    rejected: 'annotation',
    completed: 'annotation',
  },
  validation: {
    new: 'validation',
    'in progress': 'validation',
    rejected: 'validation',
    completed: 'validation',
  },
  acceptance: {
    new: 'validation',
    'in progress': 'validation',
    rejected: 'validation',
    completed: 'completed',
  },
};

test.each(stages.flatMap((stage) => jobStates.map((state) => [stage, state] as const)))(
  'a job in %s that is %s',
  (stage, state) => {
    expect(jobStatus({ stage, state })).toBe(statusOf[stage][state]);
    expect(taskStatus([job(stage, state)])).toBe(statusOf[stage][state]);
  },
);

test.each<[readonly TaskStatus[], TaskStatus]>([
  [[], 'annotation'],
  [['completed'], 'completed'],
  [['completed', 'validation'], 'validation'],
  [['validation', 'completed', 'annotation'], 'annotation'],
  [['completed', 'completed'], 'completed'],
])('of %j a whole is in %s', (parts, whole) => {
  expect(leastAdvanced(parts)).toBe(whole);
});

test.each(jobTypes)('an untouched %s job holds a task back only where it is ordinary', (type) => {
  const jobs = [job('acceptance', 'completed'), job('annotation', 'new', type)];
  expect(taskStatus(jobs)).toBe(type === 'annotation' ? 'annotation' : 'completed');
});

test('progress counts ordinary jobs, each once, and their frames', () => {
  const jobs = [
    job('acceptance', 'completed', 'annotation', { annotatedFrames: 10 }),
    job('acceptance', 'rejected', 'annotation', { annotatedFrames: 3 }),
    job('validation', 'new'),
    job('annotation', 'completed', 'annotation', { startFrame: 10, stopFrame: 14 }),
    job('annotation', 'new', 'ground_truth', { frames: [2, 5], annotatedFrames: 2 }),
    job('annotation', 'new', 'consensus_replica', { parentJobId: 1, annotatedFrames: 7 }),
  ];
  const tables = new Tables();
  tables.of('tasks').put(1, cellsOf.tasks({ ...taskRow(), id: 1 }), false);
  for (const [index, each] of jobs.entries()) tables.of('jobs').put(index + 1, cellsOf.jobs(each), false);
  expect(tables.countsOf('tasks', 0)).toEqual({
    jobs: 4,
    completed: 1,
    validation: 2,
    annotation: 1,
    frames: 35,
    annotatedFrames: 13,
  });
});
