/** Random filters over the fields of a resource, with values that the data has, nearly has, or has not. */
import * as fc from 'fast-check';
import { type Field, fields } from '#core/query/fields.ts';
import { condition, type Filter, type FilterValue, groupOf, type Operator } from '#core/query/filter.ts';
import type { Resource } from '#core/query/list-query.ts';

const words = ['dock', 'Aisle 12', 'cam', 'train', 'Test', 'person', 'forklift', 'ann', 'bo', '#1', '2'];

export function filterOf(resource: Resource): fc.Arbitrary<Filter> {
  const leaf = fc
    .constantFrom(...fields[resource])
    .chain((field) =>
      fc
        .constantFrom(...field.operators)
        .chain((operator) =>
          valueOf(field, operator).map((value): Filter => condition(field.name, operator, value)),
        ),
    );
  return fc.letrec<{ filter: Filter; group: Filter }>((tie) => ({
    filter: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie('group')),
    group: fc
      .tuple(
        fc.array(tie('filter'), { maxLength: 3 }),
        fc.constantFrom('all' as const, 'any' as const),
        fc.boolean(),
      )
      .map(([items, join, not]) => groupOf(items, join, not)),
  })).filter;
}

function valueOf(field: Field, operator: Operator): fc.Arbitrary<FilterValue> {
  if (operator === 'is_set' || operator === 'is_not_set') return fc.constant(undefined);
  const isNumber = field.type === 'number' || field.type === 'date';
  const number = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 995, max: 1030 }));
  if (operator === 'between') return fc.tuple(number, number);
  if (isNumber) return number;
  const texts = field.choices?.map(({ value }) => value) ?? words;
  if (operator === 'any_in' || operator === 'not_any_in') return fc.subarray(texts);
  return fc.constantFrom(...texts);
}
