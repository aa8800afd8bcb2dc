import { describe, expect, test } from 'vitest';
import { InvalidDataError } from '#core/errors.ts';
import type { BulkOutcome } from '#core/workspace/door/bulk.ts';
import { exportNameFrom, templateError } from '#web/lists/bulk/export-template.ts';
import {
  bulkOf,
  doEach,
  outcomeWords,
  retryFailures,
  startBulk,
  undoBulk,
} from '#web/lists/bulk/bulk-run.ts';

describe('doing something with each', () => {
  test('goes on behind failures, and says them', async () => {
    const outcome = await doEach(
      [1, 2, 3],
      async (id) => {
        if (id === 2) throw new InvalidDataError('It is not made yet.', { where: 'export' });
      },
      (id) => `task #${id}`,
      {},
    );
    expect(outcome).toMatchObject({ changed: 2, left: [], undo: undefined });
    expect(outcome.failures).toMatchObject([
      { id: 2, name: 'task #2', error: { message: 'It is not made yet.' } },
    ]);
  });

  test('stops after the one it is at, and tells what is left', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const outcome = await doEach(
      [1, 2, 3],
      async (id) => {
        seen.push(id);
        stop.abort();
      },
      String,
      { signal: stop.signal },
    );
    expect({ seen, changed: outcome.changed, left: outcome.left }).toEqual({
      seen: [1],
      changed: 1,
      left: [2, 3],
    });
  });
});

const nothing: BulkOutcome = { changed: 0, unchanged: 0, failures: [], left: [], undo: undefined };
const failure = { id: 7, name: 'Job #7', error: { tag: 'disk', code: 'full', message: 'No room.' } } as const;

test('failures are tried again by themselves, and undo puts back both runs', async () => {
  const asked: (readonly number[])[] = [];
  const undone: string[] = [];
  const undo = (name: string) => async () => {
    undone.push(name);
    return { ...nothing, changed: 1 };
  };
  await startBulk({
    resource: 'jobs',
    ids: [6, 7],
    doing: 'Changing',
    done: 'changed',
    run: async (ids) => {
      asked.push(ids);
      return ids.length === 2
        ? { ...nothing, changed: 1, failures: [failure], undo: undo('first') }
        : { ...nothing, changed: 1, undo: undo('second') };
    },
  });
  const first = bulkOf('jobs')();
  if (first?.kind !== 'ended') throw new Error('it runs on');
  expect(outcomeWords(first.work, first.outcome)).toBe('1 changed, 1 failed');
  await retryFailures(first);
  expect(asked).toEqual([[6, 7], [7]]);
  const second = bulkOf('jobs')();
  if (second?.kind !== 'ended') throw new Error('it runs on');
  expect(outcomeWords(second.work, second.outcome)).toBe('2 changed');
  await undoBulk(second);
  expect(undone).toEqual(['second', 'first']);
  const last = bulkOf('jobs')();
  expect(last?.kind === 'ended' && outcomeWords(last.work, last.outcome)).toBe('2 put back');
});

describe('names of many exports', () => {
  test.each([
    ['dataset_task_{{id}}', 'dataset_task_12.json'],
    ['{{ name }}-{{index}}', 'Dock 3-4-3.json'],
    ['{{name}}.JSON', 'Dock 3-4.JSON'],
  ])('%s', (template, name) => {
    expect(exportNameFrom(template, { id: 12, name: 'Dock 3/4', index: 2 })).toBe(name);
  });

  test.each([
    ['', 2, 'The exports need names.'],
    ['all', 2, 'Names must differ: add {{id}} or {{index}}.'],
    ['all', 1, undefined],
    ['{{uid}}-{{id}}', 2, '{{uid}} is not known: {{id}}, {{name}} and {{index}} are.'],
    ['{{index}}', 9, undefined],
  ])('"%s" for %i', (template, count, error) => {
    expect(templateError(template, count)).toBe(error);
  });
});
