/** A filter while it is being built: with what is typed, also where it is no value yet. */
import { parseDateText, printDateText } from '#core/query/date-text.ts';
import { type Field, fieldOf, fields } from '#core/query/fields.ts';
import { condition, type Filter, type FilterValue, groupOf, type Operator } from '#core/query/filter.ts';
import type { Resource } from '#core/query/list-query.ts';

export const joins = ['all', 'any', 'none', 'not all'] as const;
export type Join = (typeof joins)[number];

export interface DraftCondition {
  readonly kind: 'condition';
  readonly key: string;
  readonly field: string;
  readonly operator: Operator;
  /** One value, or the first of two. */
  readonly text: string;
  readonly second: string;
  /** Of a list. */
  readonly picked: readonly string[];
}

export interface DraftGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly join: Join;
  readonly items: readonly Draft[];
}

export type Draft = DraftCondition | DraftGroup;

let lastKey = 0;
function nextKey(): string {
  lastKey += 1;
  return `part-${lastKey}`;
}

/** How many values an operator asks for. */
export function arityOf(operator: Operator): 'none' | 'one' | 'two' | 'list' {
  if (operator === 'is_set' || operator === 'is_not_set') return 'none';
  if (operator === 'between') return 'two';
  return operator === 'any_in' || operator === 'not_any_in' ? 'list' : 'one';
}

/** A condition that nothing is said in yet. */
export function newCondition(resource: Resource): DraftCondition {
  const field = fieldOf(resource, 'status') ?? fieldOf(resource, 'state') ?? fields[resource][0];
  return withField(
    resource,
    { kind: 'condition', key: nextKey(), field: '', operator: 'equal', text: '', second: '', picked: [] },
    field?.name ?? 'id',
  );
}

export function newGroup(resource: Resource): DraftGroup {
  return { kind: 'group', key: nextKey(), join: 'any', items: [newCondition(resource)] };
}

/** Of another field: the operator stays where the field knows it, values of another type go. */
export function withField(resource: Resource, before: DraftCondition, name: string): DraftCondition {
  const field = fieldOf(resource, name);
  const last = fieldOf(resource, before.field);
  const operator = field?.operators.includes(before.operator)
    ? before.operator
    : (field?.operators[0] ?? 'equal');
  const stays = field !== undefined && field.type === last?.type && field.type !== 'choice';
  return {
    ...before,
    field: name,
    operator,
    ...(stays ? {} : { text: field?.choices?.[0]?.value ?? '', second: '', picked: [] }),
  };
}

export function withOperator(before: DraftCondition, operator: Operator): DraftCondition {
  const [was, is] = [arityOf(before.operator), arityOf(operator)];
  if (is === 'list' && was !== 'list') {
    return { ...before, operator, picked: before.text === '' ? [] : [before.text] };
  }
  if (is === 'one' && was === 'list') return { ...before, operator, text: before.picked[0] ?? before.text };
  return { ...before, operator };
}

/** The draft of a filter; its outermost is always a group. */
export function draftOf(resource: Resource, filter: Filter | undefined): DraftGroup {
  if (filter === undefined)
    return { kind: 'group', key: nextKey(), join: 'all', items: [newCondition(resource)] };
  const draft = draftOfPart(resource, filter);
  return draft.kind === 'group' ? draft : { kind: 'group', key: nextKey(), join: 'all', items: [draft] };
}

function draftOfPart(resource: Resource, filter: Filter): Draft {
  if (filter.kind === 'group') {
    const join = filter.join === 'all' ? (filter.not ? 'not all' : 'all') : filter.not ? 'none' : 'any';
    return {
      kind: 'group',
      key: nextKey(),
      join,
      items: filter.items.map((item) => draftOfPart(resource, item)),
    };
  }
  const { field: name, operator, value } = filter;
  const print = (each: string | number | undefined): string =>
    typeof each === 'number' && fieldOf(resource, name)?.type === 'date'
      ? printDateText(each)
      : String(each ?? '');
  const arity = arityOf(operator);
  const many = Array.isArray(value) ? value.map(print) : [];
  const one = typeof value === 'string' || typeof value === 'number' ? value : undefined;
  return {
    kind: 'condition',
    key: nextKey(),
    field: name,
    operator,
    text: arity === 'two' ? (many[0] ?? '') : print(one),
    second: arity === 'two' ? (many[1] ?? '') : '',
    picked: arity === 'list' ? many : [],
  };
}

export interface Built {
  /** Undefined where something is wrong, or nothing is said. */
  readonly filter: Filter | undefined;
  /** By the keys of conditions. */
  readonly errors: ReadonlyMap<string, string>;
}

export function build(resource: Resource, draft: DraftGroup): Built {
  const errors = new Map<string, string>();
  const filter = buildGroup(resource, draft, errors);
  return { filter: errors.size > 0 || filter.items.length === 0 ? undefined : filter, errors };
}

function buildGroup(resource: Resource, { join, items }: DraftGroup, errors: Map<string, string>) {
  const parts = items.flatMap((item): Filter[] => {
    if (item.kind === 'group') {
      const group = buildGroup(resource, item, errors);
      return group.items.length === 0 ? [] : [group];
    }
    const field = fieldOf(resource, item.field);
    const value = field ? valueOf(field, item) : { error: 'This is no property any more.' };
    if ('error' in value) {
      errors.set(item.key, value.error);
      return [];
    }
    return [condition(item.field, item.operator, value.value)];
  });
  const isAll = join === 'all' || join === 'not all';
  return groupOf(parts, isAll ? 'all' : 'any', join === 'none' || join === 'not all');
}

type Parsed<T> = { readonly value: T } | { readonly error: string };

function valueOf(field: Field, { operator, text, second, picked }: DraftCondition): Parsed<FilterValue> {
  switch (arityOf(operator)) {
    case 'none':
      return { value: undefined };
    case 'list':
      return picked.length === 0 ? { error: 'Choose at least one.' } : { value: picked };
    case 'two': {
      const from = scalarOf(field, text);
      const to = scalarOf(field, second);
      if ('error' in from) return from;
      if ('error' in to) return to;
      return from.value <= to.value
        ? { value: [from.value, to.value] }
        : { error: 'The first is after the second.' };
    }
    case 'one': {
      if (field.type === 'number' || field.type === 'date') return scalarOf(field, text);
      return text === ''
        ? { error: field.type === 'choice' ? 'Choose one.' : 'Type what is looked for.' }
        : { value: text };
    }
    default:
      throw new Error('unreachable');
  }
}

function scalarOf(field: Field, text: string): Parsed<number> {
  if (field.type === 'date') {
    const time = parseDateText(text);
    return time === undefined ? { error: 'A date is written 31.12.2026 23:59.' } : { value: time };
  }
  const value = Number(text.trim().replaceAll(/[\s,](?=\d{3})/g, ''));
  return text.trim() === '' || !Number.isFinite(value) ? { error: 'A number is wanted here.' } : { value };
}

/** The draft with one of its parts changed; `undefined` takes it away. */
export function replaced(group: DraftGroup, key: string, next: Draft | undefined): DraftGroup {
  return {
    ...group,
    items: group.items.flatMap((item): Draft[] => {
      if (item.key === key) return next ? [next] : [];
      return [item.kind === 'group' ? replaced(item, key, next) : item];
    }),
  };
}

/** The draft with a part at the end of one of its groups. */
export function added(group: DraftGroup, key: string, part: Draft): DraftGroup {
  if (group.key === key) return { ...group, items: [...group.items, part] };
  return {
    ...group,
    items: group.items.map((item) => (item.kind === 'group' ? added(item, key, part) : item)),
  };
}

export function rejoined(group: DraftGroup, key: string, join: Join): DraftGroup {
  if (group.key === key) return { ...group, join };
  return {
    ...group,
    items: group.items.map((item) => (item.kind === 'group' ? rejoined(item, key, join) : item)),
  };
}
