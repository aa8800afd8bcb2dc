/**
 * A column of a table in memory: whole numbers, or texts and sets of texts by their place in a dictionary.
 * A million rows of it are a few megabytes, and a condition on it is one pass over them.
 */

/** Stands for a missing number. */
export const missing = -(2 ** 31);

type Codes = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** `count` up to 2^31, `time` for milliseconds since 1970; both whole. */
export interface NumberColumn {
  readonly kind: 'count' | 'time';
  values: Numbers;
}

/** One text a row, `choice` out of at most 255 different ones; place 0 is the missing one. */
interface TextColumn {
  readonly kind: 'text' | 'choice';
  codes: Codes;
  readonly dictionary: string[];
}

/** Several texts, or ids, a row; rows that have the same share a place in the dictionary. Place 0 is the empty set. */
export interface SetColumn {
  readonly kind: 'set';
  codes: Codes;
  readonly dictionary: (readonly (string | number)[])[];
}

export type Column = NumberColumn | TextColumn | SetColumn;
export type ColumnKind = Column['kind'];
export type Cell = number | string | readonly (string | number)[] | undefined;

export function emptyColumn(kind: ColumnKind, capacity: number): Column {
  switch (kind) {
    case 'count':
      return { kind, values: new Int32Array(capacity) };
    case 'time':
      return { kind, values: new Float64Array(capacity) };
    case 'choice':
      return { kind, codes: new Uint8Array(capacity), dictionary: [''] };
    case 'text':
      return { kind, codes: new Uint32Array(capacity), dictionary: [''] };
    case 'set':
      return { kind, codes: new Uint32Array(capacity), dictionary: [[]] };
    default:
      return kind satisfies never;
  }
}

/** The same column with room for more rows. */
export function grow(column: Column, capacity: number): void {
  if ('values' in column) {
    const grown = emptyNumbers(column.kind, capacity);
    grown.set(column.values);
    column.values = grown;
  } else {
    const grown = column.kind === 'choice' ? new Uint8Array(capacity) : new Uint32Array(capacity);
    grown.set(column.codes);
    column.codes = grown;
  }
}

function emptyNumbers(kind: NumberColumn['kind'], capacity: number): Numbers {
  return kind === 'count' ? new Int32Array(capacity) : new Float64Array(capacity);
}

/** Finds places in a column's dictionary, adding what is new. */
type Coder = (cell: Cell) => number;

/** Writes cells into a column. What its kind does not hold is missing. */
export function writerOf(column: Column): (row: number, cell: Cell) => void {
  if ('values' in column) {
    return (row, cell) => {
      column.values[row] = typeof cell === 'number' && Number.isFinite(cell) ? Math.trunc(cell) : missing;
    };
  }
  const code = column.kind === 'set' ? setCoder(column) : textCoder(column);
  return (row, cell) => {
    column.codes[row] = code(cell);
  };
}

function textCoder(column: TextColumn): Coder {
  const places = new Map(column.dictionary.map((text, place) => [text, place]));
  return (cell) => {
    const text = typeof cell === 'string' ? cell : '';
    const known = places.get(text);
    if (known !== undefined) return known;
    const place = column.dictionary.push(text) - 1;
    places.set(text, place);
    return place;
  };
}

function setCoder(column: SetColumn): Coder {
  const places = new Map(column.dictionary.map((set, place) => [JSON.stringify(set), place]));
  return (cell) => {
    const set = Array.isArray(cell) ? cell : [];
    const key = JSON.stringify(set);
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = column.dictionary.push(set) - 1;
    places.set(key, place);
    return place;
  };
}
