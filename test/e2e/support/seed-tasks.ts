/** Tasks and jobs written straight into the page's database: hundreds of them, at once. */
import type { Page } from '@playwright/test';
import type { Job } from '#core/model/job.ts';
import type { Project } from '#core/model/project.ts';
import { defaultCut, type Task } from '#core/model/task.ts';

export interface Seed {
  readonly tasks: readonly Task[];
  readonly jobs: readonly Job[];
  readonly projects?: readonly Project[];
}

const hour = 3_600_000;
/** A day before which and after which there are tasks. */
const seedTime = new Date(2026, 10, 1).getTime();

/** `count` tasks, named in turn, each with `jobsEach` jobs. */
export function seedOf(count: number, jobsEach: number): Seed {
  const names = ['Loading dock', 'Aisle', 'Forklift close calls', 'Yard lidar'];
  const tasks = Array.from({ length: count }, (_, index): Task => {
    const id = 1001 + index;
    return {
      ...defaultCut,
      id,
      uid: `task-${id}`,
      workspaceId: 0,
      projectId: undefined,
      name: `${names[index % names.length]} ${index + 1}`,
      subset: index % 2 === 0 ? 'Train' : '',
      dimension: '2d',
      mode: 'annotation',
      ownerId: undefined,
      assigneeId: undefined,
      bugTracker: '',
      guide: '',
      labels: [{ id: 1, name: 'person', color: '#2f80ff', type: 'any', attributes: [] }],
      sources: [],
      targets: [],
      storageIds: [],
      size: 10 * (1 + (index % 3)),
      status: 'annotation',
      ready: true,
      createdAt: seedTime + index * hour,
      updatedAt: seedTime + index * hour,
    };
  });
  const jobs = tasks.flatMap((task) =>
    Array.from({ length: jobsEach }, (_, index): Job => {
      const id = (task.id - 1001) * jobsEach + index + 5001;
      return {
        id,
        taskId: task.id,
        type: 'annotation',
        assigneeId: undefined,
        stage: 'annotation',
        state: 'new',
        startFrame: 0,
        stopFrame: 9,
        annotatedFrames: 0,
        objectCount: 0,
        lastFrame: 0,
        workedMs: 0,
        createdAt: task.createdAt,
        updatedAt: task.updatedAt,
      };
    }),
  );
  return { tasks, jobs };
}

/** Writes it and reads the page anew. The page must have been opened before, so that its database is there. */
export async function seedDatabase(page: Page, seed: Seed): Promise<void> {
  await page.evaluate(async ({ tasks, jobs, projects = [] }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bucketmark');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    const change = database.transaction(['tasks', 'jobs', 'projects', 'listImages'], 'readwrite');
    for (const task of tasks) change.objectStore('tasks').put(task);
    for (const job of jobs) change.objectStore('jobs').put(job);
    for (const project of projects) change.objectStore('projects').put(project);
    // What was written beside the application is in none of its notes: lists are read anew.
    change.objectStore('listImages').clear();
    await new Promise<void>((resolve, reject) => {
      change.addEventListener('complete', () => resolve());
      change.addEventListener('error', () => reject(change.error ?? new Error('not written')));
    });
    database.close();
  }, seed);
  await page.reload();
}
