/** Filters and searches on tables: each condition one pass over a column, told to what refers to it. */
import { holds } from '../evaluate.ts';
import { fieldOf, fields } from '../fields.ts';
import type { Condition, Filter } from '../filter.ts';
import type { Resource } from '../list-query.ts';
import { type Column, missing, type NumberColumn } from './column.ts';
import { addAlso, filled, invert, keepAlso, type Mask } from './mask.ts';
import { paths, references } from './shapes.ts';
import { type TableName } from './table-names.ts';
import type { ColumnTable } from './table.ts';
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
    const hits = own.dictionary.map((ids) => holds(condition, ids.flatMap(nameOf)));
    return maskOfPlaces(own, size, Uint8Array.from(hits, Number));
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
  const referred = tables.referred(name, column, target);
  const told = new Uint8Array(mask.length + 1);
  told.set(mask);
  told[mask.length] = otherwise ? 1 : 0;
  const lifted = new Uint8Array(referred.length);
  for (let row = 0; row < lifted.length; row++) lifted[row] = told[referred[row] ?? 0] ?? 0;
  return lifted;
}

function maskOfColumn(column: Column, size: number, condition: Condition): Mask {
  if ('values' in column) return maskOfNumbers(column, size, condition);
  if (condition.operator === 'like' || condition.operator === 'not_like') {
    const hits = hitsOf(column, String(condition.value).toLowerCase());
    return maskOfPlaces(
      column,
      size,
      hits.map((hit) => (condition.operator === 'like' ? hit : 1 - hit)),
    );
  }
  const holdsFor =
    column.kind === 'set'
      ? column.dictionary.map((set) => holds(condition, set.map(String)))
      : column.dictionary.map((text) => holds(condition, text === '' ? undefined : text));
  return maskOfPlaces(column, size, Uint8Array.from(holdsFor, Number));
}

/** `hits` says 1 for each place of the dictionary that is wanted. */
function maskOfPlaces(
  { codes }: { readonly codes: Uint8Array | Uint32Array },
  size: number,
  hits: Uint8Array,
): Mask {
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) mask[row] = hits[codes[row] ?? 0] ?? 0;
  return mask;
}

/** Numbers are whole, so every comparison is a range, both ends included. */
function maskOfNumbers({ values }: NumberColumn, size: number, condition: Condition): Mask {
  const mask = new Uint8Array(size);
  const [from, to] = rangeOf(condition);
  if (values instanceof Int32Array) markCounts(mask, values, from, to);
  else markTimes(mask, values, from, to);
  if (condition.operator === 'not_equal') invert(mask);
  return mask;
}

/** Apart from times, so that each is compiled for one kind of number: three times as fast. */
function markCounts(mask: Mask, values: Int32Array, from: number, to: number): void {
  const low = Math.max(Math.ceil(from), missing + 1) | 0;
  const high = Math.min(Math.floor(to), 2 ** 31 - 1) | 0;
  if (!(from <= to) || from > high || to < low) return;
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? missing;
    mask[row] = value >= low && value <= high ? 1 : 0;
  }
}

function markTimes(mask: Mask, values: Float64Array, from: number, to: number): void {
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? missing;
    mask[row] = value >= from && value <= to && value !== missing ? 1 : 0;
  }
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
    else if (column === 'id') findIds(mask, tables.of(name), word);
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
  if ('values' in column) return;
  const hits = hitsOf(column, word);
  if (!hits.includes(1)) return;
  const { codes } = column;
  for (let row = 0; row < size; row++) {
    if (hits[codes[row] ?? 0] === 1) mask[row] = 1;
  }
}

/** 1 for each place of a dictionary that contains a word in lower case. */
function hitsOf(column: Exclude<Column, NumberColumn>, word: string): Uint8Array<ArrayBuffer> {
  const texts = lowerTexts(column);
  const hits = new Uint8Array(texts.length);
  for (let place = 0; place < hits.length; place++) {
    const text = texts[place] ?? '';
    const isHit = typeof text === 'string' ? text.includes(word) : text.some((each) => each.includes(word));
    hits[place] = isHit ? 1 : 0;
  }
  return hits;
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

/**
 * Ids are found by any of their digits, and from the first one on behind a `#`. Those with some digits in some place
 * are stretches of ids, so that only what is found is looked at.
 */
function findIds(mask: Mask, table: ColumnTable, word: string): void {
  const isWhole = word.startsWith('#');
  const wanted = isWhole ? word.slice(1) : word;
  if (wanted === '' && isWhole) mask.fill(1);
  if (!/^\d{1,10}$/.test(wanted) || (isWhole && wanted.startsWith('0'))) return;
  const number = Number(wanted);
  for (let stretch = 1; stretch <= table.highestId; stretch *= 10) {
    const period = stretch * 10 ** wanted.length;
    // A number does not begin with a zero: then there must be digits before.
    const first = number * stretch + (wanted.startsWith('0') ? period : 0);
    const last = isWhole ? first : table.highestId;
    for (let start = first; start <= last; start += period) {
      for (let id = start; id < start + stretch; id++) {
        const row = table.rowOf(id);
        if (row >= 0) mask[row] = 1;
      }
    }
  }
}
