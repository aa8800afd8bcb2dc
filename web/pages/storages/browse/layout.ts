/** Where each entry stands, worked out from its number, so that only what is seen need be on the page. */
import type { View } from './entry.ts';

/** Entries of one kind: rows of the same height with so many columns. */
interface Block {
  /** Number of its first entry, and of the one after its last. */
  readonly start: number;
  readonly end: number;
  readonly columns: number;
  readonly top: number;
  readonly rowHeight: number;
}

export interface Layout {
  readonly folders: Block;
  readonly objects: Block;
  readonly height: number;
}

/** Entries `start` to before `end`, side by side. */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly height: number;
  /** Counted over all rows, from 0. */
  readonly number: number;
}

const gap = 12;
const tileWidth = 150;
const stripWidth = 200;
const stripHeight = 36;
/** Name and second line below a picture. */
const tileWords = 44;
const pictureShape = 5 / 8;

export function layOut(given: {
  readonly view: View;
  readonly width: number;
  readonly folders: number;
  readonly objects: number;
  /** Of the list. */
  readonly rowHeight: number;
}): Layout {
  const { view, width, folders, objects, rowHeight } = given;
  const grid = view === 'grid';
  const across = (least: number): number =>
    grid ? Math.max(1, Math.floor((width + gap) / (least + gap))) : 1;
  const tile = (width + gap) / across(tileWidth) - gap;
  const block = (
    start: number,
    count: number,
    columns: number,
    top: number,
    height: number,
  ): Block & { readonly bottom: number } => ({
    start,
    end: start + count,
    columns,
    top,
    rowHeight: height,
    bottom: top + Math.ceil(count / columns) * height,
  });
  const first = block(0, folders, across(stripWidth), 0, grid ? stripHeight + 8 : rowHeight);
  const below = first.bottom + (grid && folders > 0 ? 8 : 0);
  const tileHeight = Math.round(tile * pictureShape) + tileWords + gap;
  const second = block(folders, objects, across(tileWidth), below, grid ? tileHeight : rowHeight);
  return { folders: first, objects: second, height: second.bottom };
}

/** The rows that are seen between two heights, or touched by them. */
export function rowsBetween(layout: Layout, top: number, bottom: number): number[] {
  const rows: number[] = [];
  let before = 0;
  for (const block of [layout.folders, layout.objects]) {
    const count = rowCount(block);
    const from = Math.max(0, Math.floor((top - block.top) / block.rowHeight));
    const to = Math.min(count - 1, Math.floor((bottom - block.top) / block.rowHeight));
    for (let row = from; row <= to; row++) rows.push(before + row);
    before += count;
  }
  return rows;
}

export function rowAt(layout: Layout, number: number): Row {
  const inFolders = rowCount(layout.folders);
  const block = number < inFolders ? layout.folders : layout.objects;
  const inBlock = number < inFolders ? number : number - inFolders;
  const start = block.start + inBlock * block.columns;
  return {
    start,
    end: Math.min(start + block.columns, block.end),
    top: block.top + inBlock * block.rowHeight,
    height: block.rowHeight,
    number,
  };
}

export function rowOf(layout: Layout, entry: number): Row {
  const block = entry < layout.folders.end ? layout.folders : layout.objects;
  const before = block === layout.folders ? 0 : rowCount(layout.folders);
  return rowAt(layout, before + Math.floor((entry - block.start) / block.columns));
}

export function rowsOf(layout: Layout): number {
  return rowCount(layout.folders) + rowCount(layout.objects);
}

function rowCount({ start, end, columns }: Block): number {
  return Math.ceil((end - start) / columns);
}

/** Where a key leads from an entry; undefined for other keys. `page` is the height that is seen. */
export function stepFrom(layout: Layout, entry: number, key: string, page: number): number | undefined {
  const last = layout.objects.end - 1;
  const within = (next: number): number => Math.max(0, Math.min(last, next));
  const row = rowOf(layout, entry);
  const inRow = (number: number): number => {
    const other = rowAt(layout, Math.max(0, Math.min(rowsOf(layout) - 1, number)));
    return other.number === row.number ? entry : Math.min(other.start + (entry - row.start), other.end - 1);
  };
  const perPage = Math.max(1, Math.floor(page / row.height) - 1);
  switch (key) {
    case 'ArrowDown':
      return inRow(row.number + 1);
    case 'ArrowUp':
      return inRow(row.number - 1);
    case 'PageDown':
      return inRow(row.number + perPage);
    case 'PageUp':
      return inRow(row.number - perPage);
    case 'ArrowRight':
      return within(entry + 1);
    case 'ArrowLeft':
      return within(entry - 1);
    case 'Home':
      return 0;
    case 'End':
      return within(last);
    default:
      return undefined;
  }
}
