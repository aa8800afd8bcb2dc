/**
 * Filters as JsonLogic (jsonlogic.com), in the forms that CVAT's filter builder writes into its links.
 * Beyond them: `some` for sets of labels and storages, `!=`, `!!` and comparisons with null, which CVAT refuses.
 */
import { InvalidDataError } from '../errors.ts';
import { fieldOf, type Field } from './fields.ts';
import {
  type Condition,
  condition,
  type Filter,
  type FilterValue,
  groupOf,
  type Operator,
} from './filter.ts';
import type { Resource } from './list-query.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Groups that lie in each other, at the most. */
const deepest = 50;

/** As it stands in an address. */
export function printJsonLogic(resource: Resource, filter: Filter): string {
  return JSON.stringify(print(resource, filter));
}

function print(resource: Resource, filter: Filter): Json {
  if (filter.kind === 'condition') return printCondition(resource, filter);
  const items = filter.items.map((item) => print(resource, item));
  const group: Json = filter.join === 'all' ? { and: items } : { or: items };
  return filter.not ? { '!': group } : group;
}

function printCondition(resource: Resource, { field: name, operator, value }: Condition): Json {
  const field = fieldOf(resource, name);
  const subject = { var: name };
  const json = (each: string | number): Json =>
    field?.type === 'date' ? new Date(each).toISOString() : each;
  const one = typeof value === 'string' || typeof value === 'number' ? json(value) : null;
  const many: Json = Array.isArray(value) ? value.map(json) : [];
  const isSet = field?.type === 'set';
  switch (operator) {
    case 'equal':
      return isSet ? { in: [one, subject] } : { '==': [subject, one] };
    case 'not_equal':
      return isSet ? { '!': { in: [one, subject] } } : { '!=': [subject, one] };
    case 'any_in':
      return printAnyIn(subject, many, isSet);
    case 'not_any_in':
      return { '!': printAnyIn(subject, many, isSet) };
    case 'like':
      return { in: [one, subject] };
    case 'not_like':
      return { '!': { in: [one, subject] } };
    case 'between':
      return { '<=': Array.isArray(many) ? [many[0] ?? null, subject, many[1] ?? null] : [] };
    case 'greater':
      return { '>': [subject, one] };
    case 'greater_or_equal':
      return { '>=': [subject, one] };
    case 'less':
      return { '<': [subject, one] };
    case 'less_or_equal':
      return { '<=': [subject, one] };
    case 'is_set':
      return { '!!': subject };
    case 'is_not_set':
      return { '!': subject };
    default:
      return operator satisfies never;
  }
}

function printAnyIn(subject: Json, values: Json, isSet: boolean): Json {
  return isSet ? { some: [subject, { in: [{ var: '' }, values] }] } : { in: [subject, values] };
}

/** Reads a filter. Throws `InvalidDataError` for what is no JSON, or nothing that can be asked of the resource. */
export function parseJsonLogic(resource: Resource, text: string): Filter {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refusal(`it is no JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  return parse(resource, json, 0);
}

function refusal(what: string): InvalidDataError {
  return new InvalidDataError(`This filter cannot be read: ${what}.`, { where: 'filter' });
}

function parse(resource: Resource, json: unknown, depth: number): Filter {
  if (depth > deepest) throw refusal(`more than ${deepest} groups lie in each other`);
  const [operation, operand] = onlyEntry(json);
  const inner = (each: unknown): Filter => parse(resource, each, depth + 1);
  switch (operation) {
    case 'and':
      return groupOf(listOf(operand, operation).map(inner), 'all');
    case 'or':
      return groupOf(listOf(operand, operation).map(inner), 'any');
    case '!':
      return negated(resource, firstOf(operand), inner);
    case '!!':
      return parseCondition(resource, nameOf(firstOf(operand), '!!'), 'is_set', undefined);
    case 'var':
      return parseCondition(resource, nameOf(json, 'var'), 'is_set', undefined);
    case 'in':
      return parseIn(resource, listOf(operand, operation));
    case 'some':
      return parseSome(resource, listOf(operand, operation));
    default:
      return parseComparison(resource, operation, listOf(operand, operation));
  }
}

const opposites: Partial<Record<Operator, Operator>> = {
  equal: 'not_equal',
  any_in: 'not_any_in',
  like: 'not_like',
  is_set: 'is_not_set',
};

/** A condition turned around where it has an opposite; else a group that is. */
function negated(resource: Resource, operand: unknown, inner: (json: unknown) => Filter): Filter {
  const filter = inner(operand);
  if (filter.kind === 'group') return filter.not ? groupOf([filter], 'all', true) : { ...filter, not: true };
  const operator = opposites[filter.operator];
  if (operator === undefined || !fieldOf(resource, filter.field)?.operators.includes(operator)) {
    return groupOf([filter], 'all', true);
  }
  return { ...filter, operator };
}

function parseIn(resource: Resource, operands: readonly unknown[]): Condition {
  const [first, second] = operands;
  if (isVariable(first)) return parseCondition(resource, nameOf(first, 'in'), 'any_in', second);
  const name = nameOf(second, 'in');
  const isSet = fieldOf(resource, name)?.type === 'set';
  return parseCondition(resource, name, isSet ? 'equal' : 'like', first);
}

function parseSome(resource: Resource, [subject, test]: readonly unknown[]): Condition {
  const [operation, operands] = onlyEntry(test);
  if (operation !== 'in') throw refusal(`"some" asks for "${operation}"`);
  const [each, values] = listOf(operands, 'in');
  if (nameOf(each, 'some') !== '') throw refusal('"some" does not ask for its own values');
  return parseCondition(resource, nameOf(subject, 'some'), 'any_in', values);
}

/** What a comparison means where the field stands first, and where it stands last. */
const comparisons: Readonly<Record<string, readonly [Operator, Operator]>> = {
  '==': ['equal', 'equal'],
  '===': ['equal', 'equal'],
  '!=': ['not_equal', 'not_equal'],
  '!==': ['not_equal', 'not_equal'],
  '>': ['greater', 'less'],
  '>=': ['greater_or_equal', 'less_or_equal'],
  '<': ['less', 'greater'],
  '<=': ['less_or_equal', 'greater_or_equal'],
};

function parseComparison(resource: Resource, operation: string, operands: readonly unknown[]): Condition {
  const found = Object.hasOwn(comparisons, operation) ? comparisons[operation] : undefined;
  if (!found) throw refusal(`it uses "${operation}", which is not known here`);
  const [first, second, third] = operands;
  if (operands.length === 3 && operation === '<=') {
    return parseCondition(resource, nameOf(second, '<='), 'between', [first, third]);
  }
  if (operands.length !== 2) throw refusal(`"${operation}" compares two values, not ${operands.length}`);
  const [ahead, behind] = found;
  const [name, operator, value] = isVariable(first)
    ? [nameOf(first, operation), ahead, second]
    : [nameOf(second, operation), behind, first];
  if (value === null && operator === 'equal') return parseCondition(resource, name, 'is_not_set', undefined);
  if (value === null && operator === 'not_equal') return parseCondition(resource, name, 'is_set', undefined);
  return parseCondition(resource, name, operator, value);
}

function parseCondition(resource: Resource, name: string, operator: Operator, raw: unknown): Condition {
  const field = fieldOf(resource, aliases[name] ?? name);
  if (!field) throw refusal(`${resource} have no "${name}"`);
  if (!field.operators.includes(operator)) {
    throw refusal(`"${field.name}" cannot be asked for "${operator}"`);
  }
  const value = valueOf(field, operator, raw);
  if (value === undefined && operator !== 'is_set' && operator !== 'is_not_set') {
    throw refusal(`${JSON.stringify(raw)} is no value for "${field.name}"`);
  }
  return condition(field.name, operator, value);
}

/** Names that CVAT uses beside those of the fields. */
const aliases: Readonly<Record<string, string>> = { display_name: 'name', tracker_link: 'bug_tracker' };

/** The value as the field has it; undefined where it is none. */
function valueOf(field: Field, operator: Operator, raw: unknown): FilterValue {
  const parseOne = field.type === 'number' ? numberOf : field.type === 'date' ? dateOf : textOf;
  if (operator === 'between') {
    if (!Array.isArray(raw) || raw.length !== 2) return undefined;
    const [from, to] = raw.map(field.type === 'date' ? dateOf : numberOf);
    return from === undefined || to === undefined ? undefined : [from, to];
  }
  if (operator === 'any_in' || operator === 'not_any_in') {
    if (!Array.isArray(raw)) return undefined;
    const texts = raw.map(textOf);
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }
  return operator === 'is_set' || operator === 'is_not_set' ? undefined : parseOne(raw);
}

function numberOf(raw: unknown): number | undefined {
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;
}

function dateOf(raw: unknown): number | undefined {
  const time = typeof raw === 'string' ? Date.parse(raw) : raw;
  return numberOf(time);
}

function textOf(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined;
}

/** The one operation of a JsonLogic object. */
function onlyEntry(json: unknown): [string, unknown] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw refusal(`${JSON.stringify(json)} stands where a condition is expected`);
  }
  const entries = Object.entries(json);
  const [entry] = entries;
  if (!entry || entries.length > 1) throw refusal('an operation has one name');
  return entry;
}

function listOf(operand: unknown, operation: string): readonly unknown[] {
  if (!Array.isArray(operand)) throw refusal(`"${operation}" has no list`);
  return operand;
}

/** JsonLogic lets one operand stand alone or in a list. */
function firstOf(operand: unknown): unknown {
  return Array.isArray(operand) ? operand[0] : operand;
}

function isVariable(json: unknown): json is { readonly var: unknown } {
  return typeof json === 'object' && json !== null && 'var' in json;
}

function nameOf(json: unknown, operation: string): string {
  const name = isVariable(json) ? firstOf(json.var) : undefined;
  if (typeof name !== 'string') throw refusal(`"${operation}" names no field`);
  return name;
}

/** True for a group that says nothing: it can be left out. */
export function isEmpty(filter: Filter): boolean {
  return filter.kind === 'group' && !filter.not && filter.items.every(isEmpty);
}
