/** Random projects, tasks and jobs that belong together, among them such as are in the bin or point nowhere. */
import * as fc from 'fast-check';
import { jobStates, jobTypes, stages } from '#core/model/job.ts';
import type { Job } from '#core/model/job.ts';
import type { Project } from '#core/model/project.ts';
import { wholeSource } from '#core/model/source.ts';
import { statuses } from '#core/model/status.ts';
import { dimensions, modes, type Task } from '#core/model/task.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';
import type { PlainRows } from '#test/fakes/plain-lists.ts';

const name = fc.constantFrom('Dock', 'dock 2', 'Aisle 12', 'Aisle 2', 'cam 007', 'Cam 7', 'ünï', 'train');
const subset = fc.constantFrom('', 'train', 'Test');
/** Seldom nothing. */
const id = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: undefined });
const time = fc.integer({ min: 1000, max: 1025 });
const inBin = fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: time });
const labels = fc.subarray(['person', 'forklift', 'cone']).map((names) =>
  names.map((each, index) => ({
    id: index,
    name: each,
    color: '#111111',
    type: 'any' as const,
    attributes: [],
  })),
);
const sources = fc.subarray([1, 2, 9]).map((ids) => ids.map((each) => wholeSource(each)));
const binned = (deletedAt: number | undefined) => (deletedAt === undefined ? {} : { deletedAt });

const work = {
  workspaceId: fc.integer({ min: 0, max: 1 }),
  name,
  labels,
  sources,
  ownerId: id(3),
  assigneeId: id(3),
  bugTracker: fc.constantFrom('', 'https://bugs.example/1'),
  status: fc.constantFrom(...statuses),
  createdAt: time,
  updatedAt: time,
};

const project = fc.record({
  ...work,
  dimension: fc.constantFrom(...dimensions, undefined),
  deletedAt: inBin,
});
const task = fc.record({
  ...work,
  projectId: id(4),
  subset,
  dimension: fc.constantFrom(...dimensions),
  mode: fc.constantFrom(...modes),
  size: fc.integer({ min: 0, max: 30 }),
  deletedAt: inBin,
});
const job = fc.record({
  taskId: fc.integer({ min: 1, max: 9 }),
  assigneeId: id(3),
  stage: fc.constantFrom(...stages),
  state: fc.constantFrom(...jobStates),
  type: fc.constantFrom(...jobTypes),
  startFrame: fc.constantFrom(0, 10),
  stopFrame: fc.integer({ min: 10, max: 20 }),
  annotatedFrames: fc.integer({ min: 0, max: 10 }),
  createdAt: time,
  updatedAt: time,
  deletedAt: inBin,
});

const loose: fc.Arbitrary<PlainRows> = fc.record({
  people: fc.constant(
    ['Ann', 'Bo'].map((each, index) => ({ id: index + 1, uid: each, name: each, color: '#111111' })),
  ),
  storages: fc.constant([
    { id: 1, name: 'Dock cams' },
    { id: 2, name: 'train set' },
  ]),
  projects: fc.array(project, { minLength: 2, maxLength: 4 }).map((all) =>
    all.map(
      ({ deletedAt, ...each }, index): Project => ({
        ...each,
        ...binned(deletedAt),
        id: index + 1,
        uid: String(index),
        guide: '',
        targets: [],
      }),
    ),
  ),
  tasks: fc.array(task, { minLength: 3, maxLength: 8, size: '+1' }).map((all) =>
    all.map(
      ({ deletedAt, ...each }, index): Task => ({
        ...taskRow({ ...each, ...binned(deletedAt) }),
        id: index + 1,
      }),
    ),
  ),
  jobs: fc.array(job, { minLength: 5, maxLength: 40, size: '+1' }).map((all) =>
    all.map(
      ({ deletedAt, taskId, ...each }, index): Job => ({
        ...jobRow(taskId, { ...each, ...binned(deletedAt) }),
        id: index + 1,
      }),
    ),
  ),
});

/** A task is in the workspace of its project. */
export const rowsArbitrary = loose.map(
  (rows): PlainRows => ({
    ...rows,
    tasks: rows.tasks.map((each) => ({
      ...each,
      workspaceId:
        rows.projects.find(({ id: own }) => own === each.projectId)?.workspaceId ?? each.workspaceId,
    })),
  }),
);
