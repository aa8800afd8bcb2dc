import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, isBinned } from '#core/db/list-cells.ts';
import { ListRunner } from '#core/query/columns/list-runner.ts';
import { Tables } from '#core/query/columns/tables.ts';
import { fields } from '#core/query/fields.ts';
import { noQuery } from '#core/query/list-query.ts';
import { runPlainly } from '#core/query/run-plainly.ts';
import { type PlainRows, plainRecords } from '#test/fakes/plain-lists.ts';
import { filterOf } from '../arbitrary-filters.ts';
import { rowsArbitrary } from '../arbitrary-rows.ts';

function tablesOf(rows: PlainRows): Tables {
  const tables = new Tables();
  for (const row of rows.people) tables.of('people').put(row.id, cellsOf.people(row), false);
  for (const row of rows.storages) tables.of('storages').put(row.id, { name: row.name }, false);
  for (const row of rows.projects) tables.of('projects').put(row.id, cellsOf.projects(row), isBinned(row));
  for (const row of rows.tasks) tables.of('tasks').put(row.id, cellsOf.tasks(row), isBinned(row));
  for (const row of rows.jobs) tables.of('jobs').put(row.id, cellsOf.jobs(row), isBinned(row));
  return tables;
}

const resource = fc.constantFrom('projects' as const, 'tasks' as const, 'jobs' as const);
const search = fc.constantFrom(
  '',
  'dock',
  'cam 7',
  '1',
  '#1',
  '#',
  'AISLE',
  'person, 2',
  'ann',
  'completed',
  '05',
);
const asked = resource.chain((name) =>
  fc.record({
    name: fc.constant(name),
    query: fc.record({
      search,
      filter: fc.option(filterOf(name), { nil: undefined }),
      quick: fc.subarray(['assigned-to-me', 'not-completed']),
      sort: fc
        .subarray(
          fields[name].filter(({ sorts }) => sorts).map((field) => field.name),
          { maxLength: 3 },
        )
        .chain((names) =>
          fc.tuple(...names.map((field) => fc.boolean().map((descending) => ({ field, descending })))),
        ),
      page: fc.integer({ min: 1, max: 4 }),
      pageSize: fc.integer({ min: 1, max: 12 }),
    }),
    scope: fc.constantFrom(
      {},
      { workspaceId: 0 },
      ...(name === 'jobs' ? [{ taskId: 2 }] : []),
      ...(name === 'projects' ? [] : [{ projectId: 1 }]),
    ),
  }),
);

test('tables answer every query as plain records do', () => {
  fc.assert(
    fc.property(rowsArbitrary, asked, (rows, { name, query, scope }) => {
      const plain = plainRecords(rows, name, scope);
      const found = runPlainly(
        name,
        plain.map(({ id, record }) => ({ ...record, id })),
        query,
        'Ann',
      ).map(({ id }) => id);
      const page = Math.max(1, Math.min(query.page, Math.ceil(found.length / query.pageSize)));
      const ids = found.slice((page - 1) * query.pageSize, page * query.pageSize);
      const progress = ids.flatMap((id) => plain.find((each) => each.id === id)?.progress ?? []);

      const runner = new ListRunner(tablesOf(rows));
      expect(runner.ask(name, query, scope, 'Ann')).toEqual({
        total: plain.length,
        matching: found.length,
        ids,
        page,
        progress,
      });
      expect([...runner.all(name, query, scope, 'Ann')]).toEqual(found.toSorted((a, b) => b - a));
    }),
    { numRuns: 1500 },
  );
});

test('a row that changed is found by what it is now', () => {
  const tables = tablesOf({ people: [], storages: [], projects: [], tasks: [], jobs: [] });
  const runner = new ListRunner(tables);
  tables.of('requests').put(7, { status: 'queued', action: 'create task' }, false);
  const requests = (words: string) => runner.ask('requests', { ...noQuery, search: words }, {}, '').ids;
  expect(requests('queued')).toEqual([7]);
  tables.of('requests').put(7, { status: 'finished', action: 'create task' }, false);
  expect(requests('queued')).toEqual([]);
  expect(requests('finished')).toEqual([7]);
  tables.of('requests').remove(7);
  expect(requests('finished')).toEqual([]);
});

test('values of a field come the commonest first', () => {
  const tables = tablesOf({ people: [], storages: [], projects: [], tasks: [], jobs: [] });
  for (const [id, subset] of ['train', 'train', 'test', ''].entries()) {
    tables.of('tasks').put(id + 1, { subset, workspace: 0 }, false);
  }
  expect(new ListRunner(tables).values('tasks', 'subset', 'T', {})).toEqual(['train', 'test']);
});
