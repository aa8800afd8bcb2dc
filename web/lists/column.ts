/** A column of a list's table. */
import type { JSX } from 'solid-js';
import type { ListRow, Progress } from './list-kind.ts';

export interface Column<Row extends ListRow> {
  readonly title: string;
  /** Of the grid: "196px", "minmax(200px, 1fr)". */
  readonly width: string;
  /** The field that a click on its head sorts by. */
  readonly sort?: string;
  /** Its head is only for the ear. */
  readonly quiet?: boolean;
  readonly end?: boolean;
  /** Shown from this width of the window on, in pixels. */
  readonly from?: number;
  /** How many columns it takes in this row, in place of those that follow; 1 unless said. */
  readonly span?: (row: Row) => number;
  readonly cell: (row: Row, progress: Progress) => JSX.Element;
}

/** The columns that a window has room for. */
export function shownColumns<Row extends ListRow>(
  columns: readonly Column<Row>[],
  width: number,
): Column<Row>[] {
  return columns.filter(({ from }) => from === undefined || width >= from);
}

/** Those of them that a row has a cell in, with the number of columns that each takes. */
export function cellsOf<Row extends ListRow>(
  columns: readonly Column<Row>[],
  row: Row,
): { readonly column: Column<Row>; readonly span: number }[] {
  const cells: { column: Column<Row>; span: number }[] = [];
  let covered = 0;
  for (const column of columns) {
    if (covered > 0) {
      covered -= 1;
      continue;
    }
    const span = column.span?.(row) ?? 1;
    covered = span - 1;
    cells.push({ column, span });
  }
  return cells;
}
