/** Rows of one kind as columns, found by their id. What is deleted keeps its row and is marked. */
import { type Cell, type Column, type ColumnKind, emptyColumn, grow, missing, writerOf } from './column.ts';

/** A row's cells by the names of the columns; undefined for a row that is gone. */
export type Cells = { readonly [column: string]: Cell };

export interface TableShape {
  readonly [column: string]: ColumnKind;
}

/** As it is kept on disk between two visits. */
export interface TableImage {
  readonly size: number;
  readonly ids: Int32Array<ArrayBuffer>;
  readonly gone: Uint8Array<ArrayBuffer>;
  readonly columns: { readonly [name: string]: Column };
}

const firstCapacity = 1024;

export class ColumnTable {
  /** Rows that were ever there. */
  size = 0;
  /** True while rows stand in the order of their ids. */
  isOrdered = true;
  /** Grows with every change: what was worked out for an older one is out of date. */
  version = 0;
  ids = new Int32Array(firstCapacity);
  /** 1 for rows that are deleted, or in the bin. */
  gone = new Uint8Array(firstCapacity);
  readonly #columns: Map<string, Column>;
  readonly #writers: Map<string, (row: number, cell: Cell) => void>;
  /** The row of each id, and -1 where there is none. */
  #rows = new Int32Array(firstCapacity).fill(-1);

  constructor(shape: TableShape, image?: TableImage) {
    this.#columns = new Map(
      Object.entries(shape).map(([name, kind]) => [
        name,
        image?.columns[name] ?? emptyColumn(kind, firstCapacity),
      ]),
    );
    if (image) {
      this.size = image.size;
      this.ids = image.ids;
      this.gone = image.gone;
      for (const column of this.#columns.values()) grow(column, image.ids.length);
      for (let row = 0; row < image.size; row++) {
        this.#setRow(image.ids[row] ?? 0, row);
        this.isOrdered &&= row === 0 || (image.ids[row] ?? 0) > (image.ids[row - 1] ?? 0);
      }
    }
    this.#writers = new Map([...this.#columns].map(([name, column]) => [name, writerOf(column)]));
  }

  column(name: string): Column {
    const column = this.#columns.get(name);
    if (!column) throw new Error(`There is no column "${name}".`);
    return column;
  }

  /** No row has a higher id. */
  get highestId(): number {
    return this.#rows.length - 1;
  }

  /** The row of an id; -1 where there is none, or it is missing itself. */
  rowOf(id: number): number {
    return id >= 0 && id < this.#rows.length ? (this.#rows[id] ?? -1) : -1;
  }

  /** Takes a row as it is now, new or changed. */
  put(id: number, cells: Cells, isGone: boolean): void {
    const known = this.rowOf(id);
    const row = known < 0 ? this.#add(id) : known;
    for (const [name, write] of this.#writers) write(row, cells[name]);
    this.gone[row] = isGone ? 1 : 0;
    this.version += 1;
  }

  remove(id: number): void {
    const row = this.rowOf(id);
    if (row < 0) return;
    this.gone[row] = 1;
    this.version += 1;
  }

  /** For the disk; shares its memory with the table. */
  image(): TableImage {
    const columns = Object.fromEntries(this.#columns);
    return { size: this.size, ids: this.ids, gone: this.gone, columns };
  }

  #add(id: number): number {
    if (this.size === this.ids.length) this.#growTo(this.size * 2);
    const row = this.size++;
    this.isOrdered &&= row === 0 || id > (this.ids[row - 1] ?? 0);
    this.ids[row] = id;
    this.#setRow(id, row);
    return row;
  }

  #setRow(id: number, row: number): void {
    if (id >= this.#rows.length) {
      const grown = new Int32Array(Math.max(id + 1, this.#rows.length * 2)).fill(-1);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows[id] = row;
  }

  #growTo(capacity: number): void {
    const ids = new Int32Array(capacity);
    ids.set(this.ids);
    this.ids = ids;
    const gone = new Uint8Array(capacity);
    gone.set(this.gone);
    this.gone = gone;
    for (const column of this.#columns.values()) grow(column, capacity);
  }
}

/** The number in a row; `missing` where there is none. */
export function numberAt(column: Column, row: number): number {
  return 'values' in column ? (column.values[row] ?? missing) : missing;
}
