import * as fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { expect, test } from 'vitest';
import { type ListRecord, passes } from '#core/query/evaluate.ts';
import { fields } from '#core/query/fields.ts';
import { condition, type Filter, groupOf } from '#core/query/filter.ts';
import { parseJsonLogic, printJsonLogic } from '#core/query/json-logic.ts';
import { type Resource, resources } from '#core/query/list-query.ts';
import { quickFilters } from '#core/query/quick-filters.ts';
import { filterOf } from './arbitrary-filters.ts';

const resourceAndFilter = fc
  .constantFrom(...resources)
  .chain((resource) => filterOf(resource).map((filter) => ({ resource, filter })));

test('a filter is the same after it stood in an address', () => {
  fc.assert(
    fc.property(resourceAndFilter, ({ resource, filter }) => {
      expect(parseJsonLogic(resource, printJsonLogic(resource, filter))).toEqual(filter);
    }),
    { numRuns: 2000 },
  );
});

/** A record as an ordinary JsonLogic engine takes it: lower case, ISO dates, and what is missing compares with nothing. */
function forOracle(resource: Resource, record: ListRecord): object {
  return Object.fromEntries(
    fields[resource].map(({ name, type }) => {
      const value = record[name];
      if (type === 'number') return [name, value ?? Number.NaN];
      if (type === 'date')
        return [name, typeof value === 'number' ? new Date(value).toISOString() : Number.NaN];
      return [name, value ?? (type === 'set' ? [] : '')];
    }),
  );
}

const recordOf = (resource: Resource): fc.Arbitrary<ListRecord> =>
  fc.record(
    Object.fromEntries(
      fields[resource].map(({ name, type, choices }) => {
        const text = fc.constantFrom(
          ...(choices?.map(({ value }) => value) ?? ['dock', 'cam', 'train', 'ann', '2']),
        );
        const number = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 995, max: 1030 }));
        if (type === 'number' || type === 'date')
          return [name, fc.option(number, { nil: undefined, freq: 5 })];
        if (type === 'set') return [name, fc.subarray(['person', 'forklift', 'dock'])];
        return [name, fc.option(text, { nil: undefined, freq: 5 })];
      }),
    ),
  );

/** Words without capitals: an ordinary engine minds the case of what is contained. */
function lower(filter: Filter): Filter {
  if (filter.kind === 'group') return { ...filter, items: filter.items.map(lower) };
  const { operator, value } = filter;
  const isText = operator === 'like' || operator === 'not_like';
  return isText && typeof value === 'string' ? { ...filter, value: value.toLowerCase() } : filter;
}

test('what passes is what an ordinary JsonLogic engine lets pass', () => {
  const asked = resourceAndFilter.chain(({ resource, filter }) =>
    recordOf(resource).map((record) => ({ resource, filter: withoutEmpty(lower(filter)), record })),
  );
  fc.assert(
    fc.property(asked, ({ resource, filter, record }) => {
      const logic: jsonLogic.RulesLogic = JSON.parse(printJsonLogic(resource, filter));
      const expected = Boolean(jsonLogic.apply(logic, forOracle(resource, record)));
      expect(passes(filter, record)).toBe(expected);
    }),
    { numRuns: 4000 },
  );
});

/** An empty group has no value in JsonLogic; here it is true. */
function withoutEmpty(filter: Filter): Filter {
  if (filter.kind === 'condition') return filter;
  const items = filter.items.map(withoutEmpty);
  return { ...filter, items: items.length > 0 ? items : [condition('id', 'greater_or_equal', -1)] };
}

test.each([
  ['tasks', '{"and":[{"==":[{"var":"assignee"},"ann"]}]}', groupOf([condition('assignee', 'equal', 'ann')])],
  [
    'tasks',
    '{"!":{"and":[{"==":[{"var":"status"},"completed"]}]}}',
    groupOf([condition('status', 'equal', 'completed')], 'all', true),
  ],
  [
    'jobs',
    '{"!":{"or":[{"==":[{"var":"state"},"completed"]},{"==":[{"var":"stage"},"acceptance"]}]}}',
    groupOf(
      [condition('state', 'equal', 'completed'), condition('stage', 'equal', 'acceptance')],
      'any',
      true,
    ),
  ],
  ['tasks', '{"==":[{"var":"id"},5]}', condition('id', 'equal', 5)],
  ['tasks', '{"<=":[1,{"var":"id"},9]}', condition('id', 'between', [1, 9])],
  ['tasks', '{"<":[5,{"var":"id"}]}', condition('id', 'greater', 5)],
  ['tasks', '{"in":["abc",{"var":"name"}]}', condition('name', 'like', 'abc')],
  ['tasks', '{"!":{"in":["abc",{"var":"name"}]}}', condition('name', 'not_like', 'abc')],
  [
    'tasks',
    '{"in":[{"var":"status"},["annotation","validation"]]}',
    condition('status', 'any_in', ['annotation', 'validation']),
  ],
  [
    'tasks',
    '{"!":[{"in":[{"var":"status"},["completed"]]}]}',
    condition('status', 'not_any_in', ['completed']),
  ],
  ['tasks', '{"!=":[{"var":"mode"},"interpolation"]}', condition('mode', 'not_equal', 'interpolation')],
  ['tasks', '{"==":[{"var":"mode"},"annotation"]}', condition('mode', 'equal', 'annotation')],
  ['tasks', '{"==":[{"var":"subset"},"train"]}', condition('subset', 'equal', 'train')],
  [
    'tasks',
    '{">=":[{"var":"updated_date"},"2026-11-10T00:00:00.000Z"]}',
    condition('updated_date', 'greater_or_equal', Date.UTC(2026, 10, 10)),
  ],
  ['tasks', '{"==":[{"var":"assignee"},null]}', condition('assignee', 'is_not_set')],
  ['tasks', '{"!!":{"var":"assignee"}}', condition('assignee', 'is_set')],
  ['tasks', '{"var":"assignee"}', condition('assignee', 'is_set')],
  ['tasks', '{"in":["car",{"var":"label"}]}', condition('label', 'equal', 'car')],
  ['storages', '{"in":["dock",{"var":"display_name"}]}', condition('name', 'like', 'dock')],
  [
    'storages',
    '{">":[{"var":"updated_date"},"1970-01-01T00:00:01Z"]}',
    condition('updated_date', 'greater', 1000),
  ],
  [
    'storages',
    '{"==":[{"var":"credentials_type"},"CONNECTION_STRING"]}',
    condition('credentials_type', 'equal', 'CONNECTION_STRING'),
  ],
] as const)('CVAT’s %s filter %s is understood', (resource, text, filter) => {
  expect(parseJsonLogic(resource, text)).toEqual(filter);
});

test.each([
  ['{', 'no JSON'],
  ['[]', 'where a condition is expected'],
  ['{}', 'one name'],
  ['{"==":[{"var":"id"},5],"and":[]}', 'one name'],
  ['{"cat":["a",{"var":"name"}]}', '"cat"'],
  ['{"__proto__":[]}', '"__proto__"'],
  ['{"constructor":[1,2]}', '"constructor"'],
  ['{"==":[{"var":"owner_id"},5]}', 'owner_id'],
  ['{"==":[{"var":"id"},"five"]}', '"five"'],
  ['{"==":[{"var":"id"}]}', 'compares two'],
  ['{"<=":[1,{"var":"id"},"x"]}', 'no value'],
  ['{">":[{"var":"updated_date"},"yesterday"]}', 'yesterday'],
  [`${'{"!":['.repeat(80)}{"var":"id"}${']}'.repeat(80)}`, 'lie in each other'],
])('%s is refused, saying why', (text, why) => {
  expect(() => parseJsonLogic('tasks', text)).toThrow(why);
});

test('quick filters can stand in an address', () => {
  for (const resource of resources) {
    for (const { filter } of quickFilters[resource]) {
      expect(parseJsonLogic(resource, printJsonLogic(resource, filter('Ann')))).toEqual(filter('Ann'));
    }
  }
});
