/** Filters and searches on tables: each condition one pass over a column, told to what refers to it. */
import { holds } from '../evaluate.ts';
import { fieldOf, fields } from '../fields.ts';
import type { Condition, Filter } from '../filter.ts';
import type { Resource } from '../list-query.ts';
import { type Column, missing, type NumberColumn } from './column.ts';
import { addAlso, filled, invert, keepAlso, type Mask } from './mask.ts';
import { paths, references, type TableName } from './shapes.ts';
import type { Tables } from './tables.ts';

/** The rows that pass. Fields that a resource does not have are asked for in vain: nothing holds for them. */
export function maskOfFilter(tables: Tables, resource: Resource, filter: Filter): Mask {
  const { size } = tables.of(resource);
  if (filter.kind === 'condition') {
    const path = paths[resource][filter.field];
    if (path === undefined || !fieldOf(resource, filter.field)) return filled(size, 0);
    return maskOfCondition(tables, resource, path.split('.'), filter);
  }
  const [first, ...others] = filter.items.map((item) => maskOfFilter(tables, resource, item));
  const mask = first ?? filled(size, 1);
  for (const other of others) {
    if (filter.join === 'all') keepAlso(mask, other);
    else addAlso(mask, other);
  }
  if (filter.not) invert(mask);
  return mask;
}

function maskOfCondition(
  tables: Tables,
  name: TableName,
  [column = '', ...rest]: readonly string[],
  condition: Condition,
): Mask {
  const { size } = tables.of(name);
  const target = rest.length === 0 ? undefined : references[name][column];
  const own = tables.column(name, column);
  if (target === undefined) return maskOfColumn(own, size, condition);
  if (own.kind === 'set') {
    const nameOf = textsById(tables, target, rest.join('.'));
    return maskOfPlaces(
      own,
      size,
      own.dictionary.map((ids) => holds(condition, ids.flatMap(nameOf))),
    );
  }
  const told = maskOfCondition(tables, target, rest, condition);
  return lift(tables, name, column, target, told, holds(condition, undefined));
}

/** The texts that ids of a set stand for. */
function textsById(tables: Tables, name: TableName, column: string): (id: string | number) => string[] {
  const table = tables.of(name);
  const texts = table.column(column);
  return (id) => {
    const row = typeof id === 'number' ? table.rowOf(id) : -1;
    if (row < 0 || table.gone[row] === 1 || texts.kind !== 'text') return [];
    return [texts.dictionary[texts.codes[row] ?? 0] ?? ''];
  };
}

/** What holds for the rows of a table, told to the rows that refer to them. */
export function lift(
  tables: Tables,
  name: TableName,
  column: string,
  target: TableName,
  mask: Mask,
  otherwise: boolean,
): Mask {
  const { size } = tables.of(name);
  const ids = tables.column(name, column);
  const table = tables.of(target);
  const lifted = new Uint8Array(size);
  if (!('values' in ids)) return lifted;
  const none = otherwise ? 1 : 0;
  const { values } = ids;
  for (let row = 0; row < size; row++) {
    const there = table.rowOf(values[row] ?? missing);
    lifted[row] = there < 0 || table.gone[there] === 1 ? none : (mask[there] ?? none);
  }
  return lifted;
}

function maskOfColumn(column: Column, size: number, condition: Condition): Mask {
  if ('values' in column) return maskOfNumbers(column, size, condition);
  if (column.kind === 'set') {
    return maskOfPlaces(
      column,
      size,
      column.dictionary.map((set) => holds(condition, set.map(String))),
    );
  }
  return maskOfPlaces(
    column,
    size,
    column.dictionary.map((text) => holds(condition, text === '' ? undefined : text)),
  );
}

function maskOfPlaces(
  { codes }: { readonly codes: Uint8Array | Uint32Array },
  size: number,
  places: readonly boolean[],
): Mask {
  const hits = Uint8Array.from(places, Number);
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) mask[row] = hits[codes[row] ?? 0] ?? 0;
  return mask;
}

/** Numbers are whole, so every comparison is a range, both ends included. */
function maskOfNumbers({ values }: NumberColumn, size: number, condition: Condition): Mask {
  const mask = new Uint8Array(size);
  const [low, high] = rangeOf(condition);
  for (let row = 0; row < size; row++) {
    const value = values[row] ?? missing;
    mask[row] = value >= low && value <= high && value !== missing ? 1 : 0;
  }
  if (condition.operator === 'not_equal') invert(mask);
  return mask;
}

function rangeOf({ operator, value }: Condition): readonly [number, number] {
  if (operator === 'between' && Array.isArray(value)) {
    const [from, to] = value;
    return [typeof from === 'number' ? from : Number.NaN, typeof to === 'number' ? to : Number.NaN];
  }
  if (typeof value !== 'number') return [Number.NaN, Number.NaN];
  if (operator === 'equal' || operator === 'not_equal') return [value, value];
  if (operator === 'greater') return [Math.floor(value) + 1, Number.POSITIVE_INFINITY];
  if (operator === 'greater_or_equal') return [value, Number.POSITIVE_INFINITY];
  if (operator === 'less') return [Number.NEGATIVE_INFINITY, Math.ceil(value) - 1];
  if (operator === 'less_or_equal') return [Number.NEGATIVE_INFINITY, value];
  return [Number.NaN, Number.NaN];
}

/** The rows in which every word is found; undefined without words. */
export function maskOfWords(tables: Tables, resource: Resource, words: readonly string[]): Mask | undefined {
  const searched = fields[resource].flatMap(({ name, searched: isSearched }) => {
    const path = isSearched ? paths[resource][name] : undefined;
    return path === undefined ? [] : [path.split('.')];
  });
  let mask: Mask | undefined;
  for (const word of words) {
    const found = maskOfWord(tables, resource, searched, word);
    if (mask) keepAlso(mask, found);
    else mask = found;
  }
  return mask;
}

/** Fields behind the same reference are looked through where they stand, and told once. */
function maskOfWord(tables: Tables, name: TableName, searched: readonly string[][], word: string): Mask {
  const { size } = tables.of(name);
  const mask = new Uint8Array(size);
  const behind = new Map<string, string[][]>();
  for (const [column = '', ...rest] of searched) {
    if (rest.length > 0) behind.set(column, [...(behind.get(column) ?? []), rest]);
    else findInColumn(mask, tables.column(name, column), size, word);
  }
  for (const [column, rests] of behind) {
    const target = references[name][column];
    if (target === undefined) continue;
    const found = maskOfWord(tables, target, rests, word);
    if (found.includes(1)) addAlso(mask, lift(tables, name, column, target, found, false));
  }
  return mask;
}

function findInColumn(mask: Mask, column: Column, size: number, word: string): void {
  if ('values' in column) {
    findNumbers(mask, column.values, size, word);
    return;
  }
  const hits = Uint8Array.from(lowerTexts(column), (texts) =>
    (typeof texts === 'string' ? texts.includes(word) : texts.some((text) => text.includes(word))) ? 1 : 0,
  );
  if (!hits.includes(1)) return;
  const { codes } = column;
  for (let row = 0; row < size; row++) {
    if (hits[codes[row] ?? 0] === 1) mask[row] = 1;
  }
}

const lowered = new WeakMap<object, (string | string[])[]>();

/** A dictionary in lower case; what was added to it since is added. */
function lowerTexts(column: Exclude<Column, NumberColumn>): readonly (string | string[])[] {
  const { dictionary } = column;
  const known = lowered.get(dictionary) ?? [];
  for (let place = known.length; place < dictionary.length; place++) {
    const entry = dictionary[place] ?? '';
    known.push(
      typeof entry === 'string' ? entry.toLowerCase() : entry.map((each) => String(each).toLowerCase()),
    );
  }
  lowered.set(dictionary, known);
  return known;
}

/** Ids are found by any of their digits, and from the first one on behind a `#`. */
function findNumbers(mask: Mask, values: NumberColumn['values'], size: number, word: string): void {
  const isWhole = word.startsWith('#');
  const wanted = isWhole ? word.slice(1) : word;
  if (wanted === '' && isWhole) mask.fill(1);
  if (!/^\d{1,10}$/.test(wanted)) return;
  const number = Number(wanted);
  const above = 10 ** wanted.length;
  const least = above / 10;
  for (let row = 0; row < size; row++) {
    let rest = values[row] ?? missing;
    if (isWhole) while (rest >= above) rest = Math.floor(rest / 10);
    for (; rest >= least; rest = Math.floor(rest / 10)) {
      if (rest % above === number) {
        mask[row] = 1;
        break;
      }
    }
  }
}
