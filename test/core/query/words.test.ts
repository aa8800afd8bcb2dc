import { describe, expect, test } from 'vitest';
import { parseDateText, printDateText } from '#core/query/date-text.ts';
import { fields } from '#core/query/fields.ts';
import { condition, groupOf } from '#core/query/filter.ts';
import { resources } from '#core/query/list-query.ts';
import { quickFilters } from '#core/query/quick-filters.ts';
import { conditionWords, filterWords, groupWords, operatorTitle, sortWords } from '#core/query/words.ts';

const midnight = new Date(2026, 10, 10).getTime();

describe('a filter in words', () => {
  test.each([
    [condition('status', 'not_equal', 'completed'), 'status is not completed'],
    [condition('label', 'any_in', ['forklift', 'person']), 'label is any of forklift, person'],
    [condition('updated_date', 'greater', midnight), 'updated is after 10.11.2026 00:00'],
    [condition('assignee', 'is_not_set'), 'assignee is not set'],
    [condition('id', 'between', [1, 9]), 'ID is between 1 and 9'],
    [condition('project_id', 'equal', 3), 'project ID is 3'],
    [condition('mode', 'equal', 'interpolation'), 'data is Video'],
    [condition('name', 'not_like', 'aisle'), 'name does not contain aisle'],
    [groupOf([]), 'anything'],
    [groupOf([], 'any', true), 'nothing'],
    [groupOf([condition('id', 'equal', 1)], 'all', true), 'not (ID is 1)'],
    [
      groupOf([
        condition('status', 'equal', 'annotation'),
        groupOf([condition('frames', 'greater', 10), condition('assignee', 'is_set')], 'any'),
        groupOf([condition('subset', 'equal', 'Train'), condition('subset', 'equal', 'Test')], 'any', true),
      ]),
      'status is annotation and (frames is more than 10 or assignee is set) and not (subset is Train or subset is Test)',
    ],
  ])('%j', (filter, words) => {
    expect(filterWords('tasks', filter)).toBe(words);
  });

  test('has three parts for a pill, and one for a group', () => {
    expect(conditionWords('tasks', condition('status', 'not_any_in', ['completed', 'validation']))).toEqual({
      property: 'Status',
      operator: 'is none of',
      value: 'completed, validation',
    });
    expect(groupWords(groupOf([condition('id', 'equal', 1), condition('id', 'equal', 2)], 'any'))).toBe(
      'any of 2 conditions',
    );
    expect(groupWords(groupOf([condition('id', 'equal', 1)], 'any', true))).toBe('none of 1 condition');
  });

  test.each(resources)('every operator of every field of %s has its words', (resource) => {
    for (const field of fields[resource]) {
      for (const operator of field.operators) {
        const words = operatorTitle(field, operator);
        expect({ field: field.name, operator, words }).not.toMatchObject({ words: operator });
      }
    }
  });

  test('quick filters have words too', () => {
    const all = resources.flatMap((resource) =>
      quickFilters[resource].map((quick) => filterWords(resource, quick.filter('Maya'))),
    );
    expect(all).toContain('assignee is Maya');
    expect(all).toContain('not (state is completed or stage is acceptance)');
  });
});

test('an order in words', () => {
  const keys = [
    { field: 'updated_date', descending: true },
    { field: 'name', descending: false },
  ];
  expect(sortWords('tasks', keys)).toBe('updated, then name');
  expect(sortWords('tasks', [])).toBe('newest');
});

describe('a typed date', () => {
  test.each([
    ['10.11.2026 00:00', midnight],
    ['10.11.2026', midnight],
    [' 1.2.2026  9:05 ', new Date(2026, 1, 1, 9, 5).getTime()],
    ['31.02.2026 00:00', undefined],
    ['10.11.2026 24:00', undefined],
    ['2026-11-10', undefined],
    ['', undefined],
  ])('%s', (text, time) => {
    expect(parseDateText(text)).toBe(time);
  });

  test('comes back as it was', () => {
    expect(parseDateText(printDateText(midnight))).toBe(midnight);
  });
});
