/** Filters and sorting in words: for the sentence above the builder, for pills, and for whoever listens. */
import { printDateText } from './date-text.ts';
import { type Field, fieldOf, type FieldType } from './fields.ts';
import type { Condition, Filter, Operator } from './filter.ts';
import type { Resource, SortKey } from './list-query.ts';

const equality = { equal: 'is', not_equal: 'is not', any_in: 'is any of', not_any_in: 'is none of' };
const presence = { is_set: 'is set', is_not_set: 'is not set' };
const operatorTitles: { readonly [Type in FieldType]: { readonly [Name in Operator]?: string } } = {
  number: {
    equal: 'is',
    not_equal: 'is not',
    between: 'is between',
    greater: 'is more than',
    greater_or_equal: 'is at least',
    less: 'is less than',
    less_or_equal: 'is at most',
  },
  date: {
    between: 'is between',
    greater: 'is after',
    greater_or_equal: 'is not before',
    less: 'is before',
    less_or_equal: 'is not after',
  },
  text: { ...equality, ...presence, like: 'contains', not_like: 'does not contain' },
  choice: equality,
  person: { ...equality, ...presence },
  set: { ...equality, ...presence },
};

/** "is not", "contains". */
export function operatorTitle(field: Field, operator: Operator): string {
  return operatorTitles[field.type][operator] ?? operator;
}

export interface ConditionWords {
  readonly property: string;
  readonly operator: string;
  /** Empty where the operator needs none. */
  readonly value: string;
}

/** The three parts of a pill. */
export function conditionWords(
  resource: Resource,
  { field: name, operator, value }: Condition,
): ConditionWords {
  const field = fieldOf(resource, name);
  if (!field) return { property: name, operator, value: String(value ?? '') };
  const one = (each: string | number): string =>
    typeof each === 'number'
      ? field.type === 'date'
        ? printDateText(each)
        : String(each)
      : (field.choices?.find((choice) => choice.value === each)?.title ?? each);
  const parts = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(one);
  return {
    property: field.title,
    operator: operatorTitle(field, operator),
    value: parts.join(operator === 'between' ? ' and ' : ', '),
  };
}

/** "any of 2 conditions", for a pill that stands for a group. */
export function groupWords({ join, not, items }: Extract<Filter, { kind: 'group' }>): string {
  const which = join === 'any' ? (not ? 'none of' : 'any of') : not ? 'not all of' : 'all of';
  return `${which} ${items.length} ${items.length === 1 ? 'condition' : 'conditions'}`;
}

/** "status is not completed and (label is any of forklift, person or assignee is not set)". */
export function filterWords(resource: Resource, filter: Filter): string {
  return wordsOf(resource, filter, false);
}

function wordsOf(resource: Resource, filter: Filter, nested: boolean): string {
  if (filter.kind === 'condition') {
    const { property, operator, value } = conditionWords(resource, filter);
    return [inSentence(property), operator, value].filter((part) => part !== '').join(' ');
  }
  const [only] = filter.items;
  if (only === undefined) return filter.not ? 'nothing' : 'anything';
  if (filter.items.length === 1 && !filter.not) return wordsOf(resource, only, nested);
  const joined = filter.items
    .map((item) => wordsOf(resource, item, true))
    .join(filter.join === 'all' ? ' and ' : ' or ');
  if (filter.not) return `not (${joined})`;
  return nested ? `(${joined})` : joined;
}

/** A title within a sentence: "Project ID" is "project ID", "ID" stays. */
function inSentence(title: string): string {
  return /^\p{Lu}{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** "updated, then name"; "newest" where nothing is chosen. */
export function sortWords(resource: Resource, keys: readonly SortKey[]): string {
  if (keys.length === 0) return 'newest';
  return keys.map(({ field }) => inSentence(fieldOf(resource, field)?.title ?? field)).join(', then ');
}
