/** The values that rows are put in order by: numbers as they are, texts by their place in the order of lists. */
import { compareListText, textKey } from '../text-order.ts';
import type { Resource } from '../list-query.ts';
import { type Column, missing } from './column.ts';
import type { RankKey } from './pick.ts';
import { paths, references } from './shapes.ts';
import { type TableName } from './table-names.ts';
import type { Tables } from './tables.ts';

type Ranks = RankKey['values'];

/** Keeps what it worked out until the tables change. */
export class RankBook {
  readonly #tables: Tables;
  readonly #kept = new Map<string, { readonly version: string; readonly ranks: Ranks }>();
  readonly #orders = new WeakMap<object, { readonly length: number; readonly places: Int32Array }>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** For each row of the resource; undefined for a field that it does not have. */
  of(resource: Resource, field: string): Ranks | undefined {
    const path = paths[resource][field];
    return path === undefined ? undefined : this.#ranks(resource, path);
  }

  #ranks(name: TableName, path: string): Ranks {
    const [column = '', ...rest] = path.split('.');
    const target = rest.length === 0 ? undefined : references[name][column];
    const key = `${name}.${path}`;
    const version = this.#versionOf(name, target);
    const known = this.#kept.get(key);
    if (known?.version === version) return known.ranks;
    const ranks =
      target === undefined
        ? this.#ranksOfColumn(this.#tables.column(name, column), this.#tables.of(name).size)
        : this.#lifted(name, column, target, rest.join('.'));
    this.#kept.set(key, { version, ranks });
    return ranks;
  }

  /** Ranks of a table's own columns change with it; of worked out ones and of references with all. */
  #versionOf(name: TableName, target: TableName | undefined): string {
    if (target !== undefined || name === 'projects' || name === 'tasks') return this.#tables.version;
    return String(this.#tables.of(name).version);
  }

  #ranksOfColumn(column: Column, size: number): Ranks {
    if ('values' in column) return column.values;
    if (column.kind === 'set') return new Int32Array(size);
    const places = this.#placesOf(column.dictionary);
    const ranks = new Int32Array(size);
    for (let row = 0; row < size; row++) ranks[row] = places[column.codes[row] ?? 0] ?? missing;
    return ranks;
  }

  /** The place of each text of a dictionary in the order of lists; the empty one is missing. */
  #placesOf(dictionary: readonly string[]): Int32Array {
    const known = this.#orders.get(dictionary);
    if (known?.length === dictionary.length) return known.places;
    const keyed = dictionary.map((text, code) => ({ text, code, key: textKey(text) }));
    keyed.sort((a, b) => (a.key === b.key ? compareListText(a.text, b.text) : a.key < b.key ? -1 : 1));
    const places = new Int32Array(dictionary.length);
    for (const [place, { code }] of keyed.entries()) places[code] = place;
    places[0] = missing;
    this.#orders.set(dictionary, { length: dictionary.length, places });
    return places;
  }

  #lifted(name: TableName, column: string, target: TableName, path: string): Ranks {
    const referred = this.#tables.referred(name, column, target);
    const { size } = this.#tables.of(target);
    const told = this.#ranks(target, path);
    const ranks = new Int32Array(referred.length);
    for (let row = 0; row < ranks.length; row++) {
      const there = referred[row] ?? size;
      ranks[row] = there < size ? (told[there] ?? missing) : missing;
    }
    return ranks;
  }
}
