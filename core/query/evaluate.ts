/** Whether one record passes a filter: the plain meaning, which everything faster is measured against. */
import type { Condition, Filter } from './filter.ts';

/** The values of one row by the names of its fields; undefined for what it lacks. */
export type ListRecord = Readonly<Record<string, number | string | readonly string[] | undefined>>;

/**
 * True where `record` passes. What a record lacks is equal to nothing, in no list, contains nothing and compares
 * with nothing; the opposites of these hold. Text is contained in any case, and equal in the same case only.
 */
export function passes(filter: Filter, record: ListRecord): boolean {
  if (filter.kind === 'condition') return holds(filter, record[filter.field]);
  const all =
    filter.join === 'all' || filter.items.length === 0
      ? filter.items.every((item) => passes(item, record))
      : filter.items.some((item) => passes(item, record));
  return all !== filter.not;
}

/** Whether one value satisfies a condition; a set does where one of its values does. */
export function holds(
  { operator, value: wanted }: Pick<Condition, 'operator' | 'value'>,
  value: ListRecord[string],
): boolean {
  switch (operator) {
    case 'is_set':
      return isSet(value);
    case 'is_not_set':
      return !isSet(value);
    case 'equal':
      return equals(value, wanted);
    case 'not_equal':
      return !equals(value, wanted);
    case 'any_in':
      return isIn(value, wanted);
    case 'not_any_in':
      return !isIn(value, wanted);
    case 'like':
      return contains(value, wanted);
    case 'not_like':
      return !contains(value, wanted);
    case 'between':
      return isBetween(value, wanted);
    case 'greater':
      return areNumbers(value, wanted, (a, b) => a > b);
    case 'greater_or_equal':
      return areNumbers(value, wanted, (a, b) => a >= b);
    case 'less':
      return areNumbers(value, wanted, (a, b) => a < b);
    case 'less_or_equal':
      return areNumbers(value, wanted, (a, b) => a <= b);
    default:
      return operator satisfies never;
  }
}

function isSet(value: ListRecord[string]): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function equals(value: ListRecord[string], wanted: Condition['value']): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  return value !== undefined && value === wanted;
}

function isIn(value: ListRecord[string], wanted: Condition['value']): boolean {
  if (!Array.isArray(wanted)) return false;
  return Array.isArray(value) ? value.some((each) => wanted.includes(each)) : wanted.includes(value);
}

function contains(value: ListRecord[string], wanted: Condition['value']): boolean {
  if (typeof wanted !== 'string') return false;
  const part = wanted.toLowerCase();
  const texts = Array.isArray(value) ? value : [value];
  return texts.some((text) => typeof text === 'string' && text.toLowerCase().includes(part));
}

function isBetween(value: ListRecord[string], wanted: Condition['value']): boolean {
  if (typeof value !== 'number' || !Array.isArray(wanted)) return false;
  const [from, to] = wanted;
  return typeof from === 'number' && typeof to === 'number' && from <= value && value <= to;
}

function areNumbers(
  value: ListRecord[string],
  wanted: Condition['value'],
  compare: (a: number, b: number) => boolean,
): boolean {
  return typeof value === 'number' && typeof wanted === 'number' && compare(value, wanted);
}
