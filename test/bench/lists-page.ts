/** Runs in the browser: 100,000 tasks and 1,000,000 jobs in IndexedDB, asked by the lists worker and by plain code. */
import { Database } from '#core/db/database.ts';
import type { JobRepository } from '#core/db/jobs.ts';
import { jobStates, stages } from '#core/model/job.ts';
import { wholeSource } from '#core/model/source.ts';
import { condition, type Filter, groupOf } from '#core/query/filter.ts';
import { type ListQuery, noQuery } from '#core/query/list-query.ts';
import { runPlainly } from '#core/query/run-plainly.ts';
import { listsClient } from '#core/worker/lists-client.ts';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { plainRecords } from '#test/fakes/plain-lists.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

const databaseName = 'bench-lists';
const taskCount = 100_000;
const jobsPerTask = 10;
const rowsAtOnce = 10_000;
const pageSize = 12;
const runs = 40;

/** Milliseconds. */
export interface ListTimes {
  readonly seeding: number;
  /** Reading everything where there is no image yet, once after an import of another time. */
  readonly firstEver: number;
  /** From starting the worker to the rows of the first page. */
  readonly opening: readonly number[];
  /** Of each question, all runs; the first of each is apart. */
  readonly asked: { readonly [what: string]: { readonly first: number; readonly later: readonly number[] } };
  /** The same questions to code that loads everything, once each. */
  readonly plain: { readonly [what: string]: number };
  readonly bulk: { readonly took: number; readonly longestGap: number; readonly changed: number };
}

const words = ['dock', 'aisle', 'gate', 'yard', 'night', 'cam', 'forklift', 'pallet', 'rack', 'crossing'];

async function seed(db: Database): Promise<void> {
  const person = await db.people.add({ uid: 'ann', name: 'Ann', color: '#111111' });
  const labels = [1, 2, 3].map((id) => ({
    id,
    name: words[id] ?? '',
    color: '#111111',
    type: 'any' as const,
    attributes: [],
  }));
  for (let start = 0; start < taskCount; start += rowsAtOnce) {
    const tasks = Array.from({ length: rowsAtOnce }, (_, index) => {
      const number = start + index;
      return taskRow({
        name: `${words[number % 10]} ${words[(number * 7) % 9]} ${number}`,
        subset: ['', 'train', 'test'][number % 3] ?? '',
        labels,
        sources: [wholeSource(1)],
        assigneeId: number % 4 === 0 ? person : undefined,
        createdAt: 1_700_000_000_000 + number * 60_000,
        updatedAt: 1_700_000_000_000 + ((number * 7919) % taskCount) * 61_000,
      });
    });
    await db.tasks.bulkAdd(tasks);
  }
  for (let start = 0; start < taskCount * jobsPerTask; start += rowsAtOnce) {
    const jobs = Array.from({ length: rowsAtOnce }, (_, index) => {
      const number = start + index;
      return jobRow(Math.floor(number / jobsPerTask) + 1, {
        state: jobStates[(number * 31) % 4] ?? 'new',
        stage: stages[(number * 17) % 3] ?? 'annotation',
        assigneeId: number % 5 === 0 ? person : undefined,
        startFrame: (number % jobsPerTask) * 240,
        stopFrame: (number % jobsPerTask) * 240 + 239,
        annotatedFrames: (number * 13) % 240,
        createdAt: 1_700_000_000_000 + number * 6000,
        updatedAt: 1_700_000_000_000 + ((number * 7919) % 1_000_003) * 6100,
      });
    });
    await db.jobs.bulkAdd(jobs);
  }
}

function open(): { workspace: Workspace; jobs: JobRepository; close: () => void } {
  const worker = new Worker('/core/worker/lists.worker.ts', { type: 'module' });
  const house = openHouse(makePorts(), databaseName, async () => listsClient(worker, databaseName));
  return { workspace: openWorkspace(house), jobs: house.jobs, close: () => worker.terminate() };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Three groups in each other, over jobs, their tasks and people. */
function threeLevels(run: number): Filter {
  return groupOf([
    condition('state', 'any_in', ['new', 'in progress']),
    groupOf(
      [
        condition('task_name', 'like', words[run % 10]),
        groupOf(
          [condition('stage', 'equal', 'annotation'), condition('assignee', 'equal', 'Ann')],
          'any',
          true,
        ),
        condition('updated_date', 'greater', 1_702_000_000_000 + run * 1000),
      ],
      'any',
    ),
    condition('frames', 'between', [10, 300 + run]),
  ]);
}

const questions: { readonly [what: string]: (run: number) => Partial<ListQuery> } = {
  'typing in search': (run) => ({ search: `${(words[run % 10] ?? '').slice(0, 1 + (run % 4))} ${run}` }),
  'a three-level filter': (run) => ({ filter: threeLevels(run) }),
  'sorting by two fields': (run) => ({
    sort: [
      { field: ['state', 'stage', 'task_name', 'updated_date'][run % 4] ?? '', descending: run % 8 > 3 },
      { field: ['updated_date', 'task_name', 'id', 'assignee'][run % 4] ?? '', descending: run % 3 === 0 },
    ],
  }),
  'the last page': (run) => ({
    page: 1_000_000,
    sort: [{ field: ['state', 'updated_date'][run % 2] ?? '', descending: run % 4 > 1 }],
  }),
};

export async function measureLists(): Promise<ListTimes> {
  const db = new Database(databaseName);
  const seeding = await timed(() => seed(db));
  const first = open();
  const firstEver = await timed(() => first.workspace.lists.ask('jobs', { ...noQuery, pageSize }, {}));
  first.close();

  const scope = { workspaceId: 0 };
  const rowsOf = async (opened: ReturnType<typeof open>, query: ListQuery): Promise<void> => {
    const { ids } = await opened.workspace.lists.ask('jobs', query, scope);
    const rows = await opened.workspace.jobs.many(ids);
    if (rows.length !== ids.length) throw new Error(`${rows.length} rows for ${ids.length} ids`);
  };
  const opening: number[] = [];
  for (let run = 0; run < 5; run++) {
    const opened = await timedOpening(rowsOf);
    opening.push(opened);
  }

  const house = open();
  await rowsOf(house, { ...noQuery, pageSize });
  const asked: Record<string, { first: number; later: number[] }> = {};
  for (const [what, question] of Object.entries(questions)) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      times.push(await timed(() => rowsOf(house, { ...noQuery, pageSize, ...question(run) })));
    }
    asked[what] = { first: times[0] ?? Number.NaN, later: times.slice(1) };
  }
  const selecting: number[] = [];
  for (let run = 0; run < runs; run++) {
    const query = { ...noQuery, search: words[run % 10] ?? '', filter: condition('id', 'greater', run) };
    await house.workspace.lists.ask('jobs', query, scope);
    selecting.push(await timed(() => house.workspace.lists.all('jobs', query, scope)));
  }
  asked['selecting all that match'] = { first: selecting[0] ?? Number.NaN, later: selecting.slice(1) };

  const plain: Record<string, number> = {};
  for (const [what, question] of Object.entries(questions)) {
    plain[what] = await timed(() => askPlainly(db, { ...noQuery, pageSize, ...question(1) }));
  }
  return { seeding, firstEver, opening, asked, plain, bulk: await measureBulk(house.workspace) };
}

async function timedOpening(
  rowsOf: (opened: ReturnType<typeof open>, query: ListQuery) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  const opened = open();
  await rowsOf(opened, { ...noQuery, pageSize });
  const took = performance.now() - start;
  opened.close();
  return took;
}

/** What one would write first: everything is loaded for each question. */
async function askPlainly(db: Database, query: ListQuery): Promise<void> {
  const [people, storages, projects, tasks, jobs] = await Promise.all([
    db.people.toArray(),
    db.storages.toArray(),
    db.projects.toArray(),
    db.tasks.toArray(),
    db.jobs.toArray(),
  ]);
  const records = plainRecords({ people, storages, projects, tasks, jobs }, 'jobs', { workspaceId: 0 });
  runPlainly(
    'jobs',
    records.map(({ id, record }) => ({ ...record, id })),
    query,
    'Ann',
  ).slice(0, query.pageSize);
}

async function measureBulk(workspace: Workspace): Promise<ListTimes['bulk']> {
  const ids = [
    ...(await workspace.lists.all('jobs', { ...noQuery, filter: condition('state', 'equal', 'new') }, {})),
  ];
  let longestGap = 0;
  let last = performance.now();
  let isOver = false;
  const look = (): void => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
    if (!isOver) setTimeout(look, 0);
  };
  look();
  const start = performance.now();
  const { changed } = await workspace.bulk.change('jobs', ids.slice(0, 10_000), {
    kind: 'state',
    state: 'completed',
  });
  const took = performance.now() - start;
  isOver = true;
  return { took, longestGap, changed };
}
