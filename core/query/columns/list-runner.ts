/** Answers list queries on tables in memory: what `run-plainly` means, for a million rows. */
import { fieldOf } from '../fields.ts';
import type { Filter } from '../filter.ts';
import type { ListAnswer, ListQuery, ListScope, Resource } from '../list-query.ts';
import { filtersOf, pageOf } from '../run-plainly.ts';
import { searchWords } from '../search.ts';
import { missing } from './column.ts';
import { lift, maskOfFilter, maskOfWords } from './conditions.ts';
import { countOf, invert, keepAlso, type Mask, rowsOf } from './mask.ts';
import { pick, type RankKey } from './pick.ts';
import { RankBook } from './ranks.ts';
import { paths, references } from './shapes.ts';
import { type TableName } from './table-names.ts';
import { numberAt } from './table.ts';
import type { Tables } from './tables.ts';

interface Kept<T> {
  readonly key: string;
  readonly value: T;
}

/** Answers that are kept for the next page or sorting of the same question. */
const keptAnswers = 4;

export class ListRunner {
  readonly #tables: Tables;
  readonly #ranks: RankBook;
  #scopes: Kept<{ readonly mask: Mask; readonly total: number }>[] = [];
  #matches: Kept<Uint32Array>[] = [];

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#ranks = new RankBook(tables);
  }

  /** `me` is the name of the person here. */
  ask(resource: Resource, query: ListQuery, scope: ListScope, me: string): ListAnswer {
    const table = this.#tables.of(resource);
    const rows = this.#matching(resource, query, scope, me);
    const page = pageOf(query, rows.length);
    const from = (page - 1) * query.pageSize;
    const picked =
      query.sort.length === 0 && table.isOrdered
        ? [...rows.subarray(Math.max(0, rows.length - from - query.pageSize), rows.length - from)].reverse()
        : pick(rows, this.#keys(resource, query), from, from + query.pageSize);
    return {
      total: this.#scope(resource, scope).total,
      matching: rows.length,
      ids: picked.map((row) => table.ids[row] ?? 0),
      page,
      progress: picked.flatMap((row) => this.#tables.countsOf(resource, row) ?? []),
    };
  }

  /** Ids of everything that matches, newest first. */
  all(resource: Resource, query: ListQuery, scope: ListScope, me: string): Int32Array<ArrayBuffer> {
    const { ids, isOrdered } = this.#tables.of(resource);
    const rows = this.#matching(resource, query, scope, me);
    const found = new Int32Array(rows.length);
    for (let at = 0; at < found.length; at++) found[at] = ids[rows[found.length - 1 - at] ?? 0] ?? 0;
    return isOrdered ? found : found.sort().reverse();
  }

  counts(resource: Resource, filters: readonly Filter[], scope: ListScope): number[] {
    const { mask } = this.#scope(resource, scope);
    return filters.map((filter) => {
      const found = maskOfFilter(this.#tables, resource, filter);
      keepAlso(found, mask);
      return countOf(found);
    });
  }

  /** Values of a text, person or set that contain `typed`, the commonest first. */
  values(resource: Resource, field: string, typed: string, scope: ListScope): string[] {
    const path = fieldOf(resource, field) ? paths[resource][field] : undefined;
    if (path === undefined) return [];
    const counted = new Map<string, number>();
    const wanted = typed.toLowerCase();
    const { mask } = this.#scope(resource, scope);
    for (const [text, count] of this.#texts(resource, path.split('.'), mask)) {
      if (text !== '' && text.toLowerCase().includes(wanted)) {
        counted.set(text, (counted.get(text) ?? 0) + count);
      }
    }
    return [...counted]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .slice(0, 100)
      .map(([text]) => text);
  }

  /** Texts behind a path with the number of rows that have them. */
  #texts(name: TableName, [column = '', ...rest]: readonly string[], mask: Mask): [string, number][] {
    const own = this.#tables.column(name, column);
    const target = rest.length === 0 ? undefined : references[name][column];
    if ('values' in own) {
      if (target === undefined) return [];
      const referred = this.#tables.referred(name, column, target);
      const told = new Uint8Array(this.#tables.of(target).size);
      for (let row = 0; row < mask.length; row++) if (mask[row] === 1) told[referred[row] ?? 0] = 1;
      return this.#texts(target, rest, told);
    }
    const counts = new Uint32Array(own.dictionary.length);
    for (let row = 0; row < mask.length; row++) {
      const code = own.codes[row] ?? 0;
      if (mask[row] === 1) counts[code] = (counts[code] ?? 0) + 1;
    }
    const named = (entry: string | number): string =>
      target === undefined || typeof entry === 'string' ? String(entry) : this.#nameOf(target, entry);
    return own.dictionary.flatMap((entry, code): [string, number][] => {
      const count = counts[code] ?? 0;
      if (count === 0) return [];
      return typeof entry === 'string' ? [[entry, count]] : entry.map((each) => [named(each), count]);
    });
  }

  #nameOf(name: TableName, id: number): string {
    const table = this.#tables.of(name);
    const row = table.rowOf(id);
    const column = table.column('name');
    return row < 0 || column.kind !== 'text' ? '' : (column.dictionary[column.codes[row] ?? 0] ?? '');
  }

  #keys(resource: Resource, { sort }: ListQuery): RankKey[] {
    const keys = sort.flatMap(({ field, descending }) => {
      const values = this.#ranks.of(resource, field);
      return values ? [{ values, descending }] : [];
    });
    return [...keys, { values: this.#tables.of(resource).ids, descending: true }];
  }

  #matching(resource: Resource, query: ListQuery, scope: ListScope, me: string): Uint32Array {
    const filters = filtersOf(resource, query, me);
    const words = searchWords(query.search);
    const key = JSON.stringify([this.#tables.version, resource, scope, filters, words]);
    const kept = this.#matches.find((each) => each.key === key);
    if (kept) return kept.value;
    const mask = this.#scope(resource, scope).mask.slice();
    const found = maskOfWords(this.#tables, resource, words);
    if (found) keepAlso(mask, found);
    for (const filter of filters) keepAlso(mask, maskOfFilter(this.#tables, resource, filter));
    const value = rowsOf(mask);
    this.#matches = [{ key, value }, ...this.#matches].slice(0, keptAnswers);
    return value;
  }

  #scope(resource: Resource, scope: ListScope): { readonly mask: Mask; readonly total: number } {
    const key = JSON.stringify([this.#tables.version, resource, scope]);
    const kept = this.#scopes.find((each) => each.key === key);
    if (kept) return kept.value;
    const mask = this.#there(resource, scope);
    const value = { mask, total: countOf(mask) };
    this.#scopes = [{ key, value }, ...this.#scopes].slice(0, keptAnswers);
    return value;
  }

  /** Rows in the scope that are there, as is what they belong to. */
  #there(name: TableName, scope: ListScope): Mask {
    const table = this.#tables.of(name);
    const mask = table.gone.slice(0, table.size);
    invert(mask);
    if (name === 'jobs') {
      this.#keepWhere(mask, name, 'task', scope.taskId);
      keepAlso(mask, lift(this.#tables, name, 'task', 'tasks', this.#there('tasks', scope), false));
    }
    if (name === 'tasks' || name === 'projects') {
      this.#keepWhere(mask, name, 'workspace', scope.workspaceId);
    }
    if (name === 'tasks') {
      this.#keepWhere(mask, name, 'project', scope.projectId);
      this.#keepWithProject(mask, this.#there('projects', scope));
    }
    return mask;
  }

  /** Leaves tasks out whose project is not there. */
  #keepWithProject(mask: Mask, projects: Mask): void {
    const told = lift(this.#tables, 'tasks', 'project', 'projects', projects, false);
    const column = this.#tables.of('tasks').column('project');
    for (let row = 0; row < mask.length; row++) {
      if (numberAt(column, row) !== missing) mask[row] = (mask[row] ?? 0) & (told[row] ?? 0);
    }
  }

  #keepWhere(mask: Mask, name: TableName, column: string, id: number | undefined): void {
    if (id === undefined) return;
    const own = this.#tables.of(name).column(column);
    for (let row = 0; row < mask.length; row++) {
      if (numberAt(own, row) !== id) mask[row] = 0;
    }
  }
}
