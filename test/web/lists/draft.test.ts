import { describe, expect, test } from 'vitest';
import { fields } from '#core/query/fields.ts';
import { condition, type Filter, groupOf } from '#core/query/filter.ts';
import { resources } from '#core/query/list-query.ts';
import {
  added,
  arityOf,
  build,
  type Draft,
  type DraftCondition,
  type DraftGroup,
  draftOf,
  newCondition,
  newGroup,
  rejoined,
  replaced,
  withField,
  withOperator,
} from '#web/lists/builder/draft.ts';

const noon = new Date(2026, 10, 10, 12, 0).getTime();

function conditionOf(draft: Draft | undefined): DraftCondition {
  if (draft?.kind !== 'condition') throw new Error('no condition');
  return draft;
}

describe('a filter that is built', () => {
  test.each<Filter>([
    groupOf([condition('status', 'not_any_in', ['completed'])]),
    groupOf(
      [condition('updated_date', 'between', [noon, noon + 60_000]), condition('assignee', 'is_not_set')],
      'any',
    ),
    groupOf([condition('id', 'between', [1, 9]), condition('name', 'like', 'dock, cam')], 'all', true),
    groupOf([
      condition('label', 'any_in', ['a', 'b']),
      groupOf(
        [condition('frames', 'greater', 10), groupOf([condition('subset', 'equal', 'Train')], 'any')],
        'any',
        true,
      ),
    ]),
  ])('comes back as it was: %j', (filter) => {
    expect(build('tasks', draftOf('tasks', filter))).toEqual({ filter, errors: new Map() });
  });

  test('says what is wrong where it is, and is no filter until it is right', () => {
    const date = {
      ...newCondition('tasks'),
      field: 'updated_date',
      operator: 'less',
      text: '31.02.2026',
    } as const;
    const number = {
      ...newCondition('tasks'),
      field: 'id',
      operator: 'between',
      text: '9',
      second: '1',
    } as const;
    const list = { ...newCondition('tasks'), field: 'label', operator: 'any_in' } as const;
    const text = { ...newCondition('tasks'), field: 'name', operator: 'like', text: '' } as const;
    const draft: DraftGroup = { kind: 'group', key: 'root', join: 'all', items: [date, number, list, text] };
    const { filter, errors } = build('tasks', draft);
    expect(filter).toBeUndefined();
    expect([date, number, list, text].map(({ key }) => errors.get(key))).toEqual([
      'A date is written 31.12.2026 23:59.',
      'The first is after the second.',
      'Choose at least one.',
      'Type what is looked for.',
    ]);
  });

  test('leaves out groups in which nothing is said', () => {
    const root = draftOf('tasks', groupOf([condition('id', 'equal', 1)]));
    const empty = { ...newGroup('tasks'), items: [] };
    expect(build('tasks', added(root, root.key, empty)).filter).toEqual(
      groupOf([condition('id', 'equal', 1)]),
    );
  });

  test('is changed where one changes it', () => {
    const group = newGroup('tasks');
    const root = added(draftOf('tasks', undefined), draftOf('tasks', undefined).key, group);
    const deep = added(added(root, root.key, group), group.key, newCondition('tasks'));
    expect(deep.items.at(-1)).toMatchObject({ items: [{}, {}] });
    expect(rejoined(deep, group.key, 'none').items.at(-1)).toMatchObject({ join: 'none' });
    expect(replaced(deep, group.key, undefined).items).toHaveLength(root.items.length);
  });

  test('every operator of every field asks for what it is given', () => {
    for (const resource of resources) {
      for (const field of fields[resource]) {
        for (const operator of field.operators) {
          const value =
            field.type === 'date' ? '10.11.2026 12:00' : field.type === 'number' ? '12' : 'completed';
          const draft = withOperator(withField(resource, newCondition(resource), field.name), operator);
          const filled = { ...draft, text: value, second: value, picked: [value] };
          const root: DraftGroup = { kind: 'group', key: 'root', join: 'all', items: [filled] };
          const { filter, errors } = build(resource, root);
          expect({ field: field.name, operator, errors: errors.size, found: filter !== undefined }).toEqual({
            field: field.name,
            operator,
            errors: 0,
            found: true,
          });
        }
      }
    }
  });
});

test('what was typed stays as far as the next property and operator can use it', () => {
  const named = { ...withField('tasks', newCondition('tasks'), 'name'), text: 'dock' };
  expect(withField('tasks', named, 'subset')).toMatchObject({
    field: 'subset',
    operator: 'equal',
    text: 'dock',
  });
  expect(withField('tasks', named, 'frames')).toMatchObject({ field: 'frames', text: '' });
  const status = conditionOf(draftOf('tasks', condition('status', 'equal', 'completed')).items[0]);
  const many = withOperator(status, 'any_in');
  expect(many).toMatchObject({ picked: ['completed'] });
  expect(withOperator(many, 'equal')).toMatchObject({ text: 'completed' });
  expect(arityOf('between')).toBe('two');
});
