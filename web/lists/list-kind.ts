/** What a list is of: its words, how it usually stands, and how its rows are read. */
import type { JobCounts, ListQuery, Resource, SortKey } from '#core/query/list-query.ts';
import { noQuery } from '#core/query/list-query.ts';
import type { Workspace } from '#core/workspace/workspace.ts';

export const views = ['table', 'cards'] as const;
export type View = (typeof views)[number];

export interface ListRow {
  readonly id: number;
}

export interface ListKind<Row extends ListRow> {
  readonly resource: Resource;
  /** Under which it is kept how the list was left. */
  readonly place: string;
  readonly title: string;
  /** "task", "tasks". */
  readonly one: string;
  readonly many: string;
  /** What is searched, as the placeholder. */
  readonly over: string;
  readonly pageSizes: readonly number[];
  readonly view: View;
  /** As it is sorted when nobody chose; newest first where it is empty. */
  readonly sort?: readonly SortKey[];
  /** Of rows in the table, in pixels: for the page size that fills a screen. */
  readonly rowHeight: number;
  /** Live: everything it reads comes straight from repositories. In the order of `ids`. */
  readonly read: (workspace: Workspace, ids: readonly number[]) => Promise<Row[]>;
  /** What one knows a row by: "Loading dock". */
  nameOf(row: Row): string;
  /** Where Enter leads; undefined where a row is no page. */
  href(row: Row): string | undefined;
  /** Of a row that stands out. */
  toneOf?(row: Row): 'bad' | undefined;
}

/** A query with the view it is looked at in: all of what stands in the address. */
export interface ListSettings {
  readonly query: ListQuery;
  readonly view: View;
}

/** CVAT's sizes of pages. */
export const taskPageSizes: readonly number[] = [10, 20, 50, 100];
export const otherPageSizes: readonly number[] = [12, 24, 48, 96];

/** Head, tabs, filters, column heads, foot. */
const aroundRows = 196;

/** As a list stands when nobody has changed it: a page that fills a screen of this height. */
export function usualSettings(
  { pageSizes, rowHeight, view, sort }: Pick<ListKind<ListRow>, 'pageSizes' | 'rowHeight' | 'view' | 'sort'>,
  screenHeight: number,
): ListSettings {
  const fit = Math.floor((screenHeight - aroundRows) / rowHeight);
  const pageSize = pageSizes.find((size) => size >= fit) ?? pageSizes.at(-1) ?? noQuery.pageSize;
  return { query: { ...noQuery, pageSize, sort: sort ?? [] }, view };
}

export type Progress = JobCounts | undefined;
