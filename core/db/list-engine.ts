/**
 * Keeps what lists are made of in memory: read from an image on disk, brought up to date by the changes since,
 * and kept again when enough has changed. Where there is no image everything is read once.
 */
import type { Filter } from '../query/filter.ts';
import type { ListAnswer, ListQuery, ListScope, Resource } from '../query/list-query.ts';
import { ListRunner } from '../query/columns/list-runner.ts';
import { type TableName, tableNames } from '../query/columns/table-names.ts';
import type { TableImage } from '../query/columns/table.ts';
import { Tables } from '../query/columns/tables.ts';
import type { Database } from './database.ts';
import { type CellsOf, cellsOf, isBinned, type ListRows } from './list-cells.ts';
import type { ListChange } from './list-changes.ts';
import { watch } from './watch.ts';

export interface ListImageRow {
  readonly table: TableName;
  /** Changes up to this one are in it. */
  readonly seq: number;
  /** Of the tables' shapes: another one cannot be read. */
  readonly format: number;
  readonly image: TableImage;
}

/** To be raised with every change of shapes, cells or columns. */
const imageFormat = 2;
/** Rows that are read at once. */
const slice = 20_000;
/** The table whose image is read only to see how old it is. */
const smallest = 'people';
/** So many changes are taken in from notes without keeping the image anew. */
const keepAfter = 2000;

export class ListEngine {
  readonly #db: Database;
  #tables = new Tables();
  #runner = new ListRunner(this.#tables);
  #seq = -1;
  #changedRows = 0;
  #loading: Promise<void> | undefined;
  #catchingUp: Promise<void> = Promise.resolve();

  constructor(db: Database) {
    this.#db = db;
  }

  async ask(resource: Resource, query: ListQuery, scope: ListScope): Promise<ListAnswer> {
    const me = await this.#ready(query);
    return this.#runner.ask(resource, query, scope, me);
  }

  async all(resource: Resource, query: ListQuery, scope: ListScope): Promise<Int32Array<ArrayBuffer>> {
    const me = await this.#ready(query);
    return this.#runner.all(resource, query, scope, me);
  }

  async counts(resource: Resource, filters: readonly Filter[], scope: ListScope): Promise<number[]> {
    await this.#ready();
    return this.#runner.counts(resource, filters, scope);
  }

  async values(resource: Resource, field: string, typed: string, scope: ListScope): Promise<string[]> {
    await this.#ready();
    return this.#runner.values(resource, field, typed, scope);
  }

  /** Calls `changed` after each change, in any tab. Returns the end of it. */
  onChange(changed: () => void): () => void {
    let told = this.#seq;
    return watch(
      async () => (await this.#db.listChanges.orderBy('seq').last())?.seq ?? 0,
      (seq) => {
        if (seq <= told) return;
        told = seq;
        changed();
      },
      () => undefined,
    );
  }

  /** Puts what is in memory on the disk once enough has changed; to be called when nothing is asked. */
  async keepWhenDue(): Promise<void> {
    if (this.#changedRows > keepAfter) await this.#keep();
  }

  async #keep(): Promise<void> {
    const db = this.#db;
    const seq = this.#seq;
    await db.transaction('rw', [db.listImages, db.listChanges], async () => {
      // Another tab that had seen more was faster; its image is the one that fits the notes.
      const kept = await db.listImages.get(smallest);
      if (kept && kept.format === imageFormat && kept.seq > seq) return;
      const rows = tableNames.map((table) => ({
        table,
        seq,
        format: imageFormat,
        image: this.#tables.of(table).image(),
      }));
      await db.listImages.bulkPut(rows);
      // The last one stays: others see by it that they are behind.
      await db.listChanges.where('seq').below(seq).delete();
    });
    this.#changedRows = 0;
  }

  /** Loads and catches up; gives the name of the person here where quick filters ask for it. */
  async #ready(query?: ListQuery): Promise<string> {
    await (this.#loading ??= this.#load());
    this.#catchingUp = this.#catchingUp.then(() => this.#catchUp());
    await this.#catchingUp;
    if (query === undefined || query.quick.length === 0) return '';
    const me = (await this.#db.settings.get('me'))?.value;
    return typeof me === 'number' ? ((await this.#db.people.get(me))?.name ?? '') : '';
  }

  async #load(): Promise<void> {
    const kept = await this.#db.listImages.toArray();
    const [first] = kept;
    const isWhole =
      kept.length === tableNames.length &&
      kept.every(({ format, seq }) => format === imageFormat && seq === first?.seq);
    if (first && isWhole) {
      this.#begin(Object.fromEntries(kept.map(({ table, image }) => [table, image])), first.seq);
      return;
    }
    await this.#readAll();
  }

  #begin(images: ConstructorParameters<typeof Tables>[0], seq: number): void {
    this.#tables = new Tables(images);
    this.#runner = new ListRunner(this.#tables);
    this.#seq = seq;
  }

  async #readAll(): Promise<void> {
    // Noted before reading: what is written meanwhile is read once more.
    this.#begin({}, (await this.#db.listChanges.orderBy('seq').last())?.seq ?? 0);
    for (const table of tableNames) await this.#readRange(table, cellsOf[table], 0, Number.MAX_SAFE_INTEGER);
    await this.#keep();
  }

  async #catchUp(): Promise<void> {
    const changes = await this.#db.listChanges.where('seq').above(this.#seq).toArray();
    const last = changes.at(-1);
    if (!last) return;
    // Notes that this tab has not seen were taken into an image by another one, and are gone.
    const first = changes[0]?.seq ?? 0;
    if (first > this.#seq + 1) await this.#load();
    if (first > this.#seq + 1) await this.#readAll();
    for (const [table, ranges] of rangesByTable(changes)) {
      for (const [from, to] of ranges) await this.#readRange(table, cellsOf[table], from, to);
    }
    this.#seq = last.seq;
  }

  /** Reads rows again; those that are not there any more are marked. */
  async #readRange<Name extends TableName>(
    name: Name,
    cells: CellsOf[Name],
    from: number,
    to: number,
  ): Promise<void> {
    const table = this.#tables.of(name);
    let next = from;
    while (next <= to) {
      const rows = await this.#db
        .table<ListRows[Name], number>(name)
        .where(':id')
        .between(next, to, true, true)
        .limit(slice)
        .toArray();
      const last = rows.length < slice ? to : (rows.at(-1)?.id ?? to);
      this.#removeOthers(name, next, last, rows);
      for (const row of rows) table.put(row.id, cells(row), isBinned(row));
      this.#changedRows += rows.length;
      next = last + 1;
    }
  }

  #removeOthers(name: TableName, from: number, to: number, rows: readonly { readonly id: number }[]): void {
    const table = this.#tables.of(name);
    if (table.size === 0) return;
    const there = new Set(rows.map(({ id }) => id));
    for (let id = from; id <= Math.min(to, table.highestId); id++) {
      if (!there.has(id)) table.remove(id);
    }
  }
}

function rangesByTable(changes: readonly ListChange[]): Map<TableName, [number, number][]> {
  const found = new Map<TableName, [number, number][]>();
  for (const { table, ranges } of changes) {
    const name = tableNames.find((each) => each === table);
    if (!name) continue;
    const known = found.get(name) ?? [];
    for (const [from, to] of ranges) known.push([from, to]);
    found.set(name, known);
  }
  for (const ranges of found.values()) mergeRanges(ranges);
  return found;
}

/** Puts ranges in order and joins those that touch. */
function mergeRanges(ranges: [number, number][]): void {
  ranges.sort(([a], [b]) => a - b);
  let kept = 0;
  for (const [from, to] of ranges.slice(1)) {
    const last = ranges[kept];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else ranges[++kept] = [from, to];
  }
  ranges.length = Math.min(ranges.length, kept + 1);
}
