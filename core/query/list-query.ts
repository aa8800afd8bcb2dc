/** What a list page asks for, and what it is answered. */
import type { ProjectId, TaskId, WorkspaceId } from '../model/ids.ts';
import type { Filter } from './filter.ts';

/** What there are lists of. */
export const resources = ['projects', 'tasks', 'jobs', 'storages', 'requests'] as const;
export type Resource = (typeof resources)[number];

export interface SortKey {
  /** The name of a field. */
  readonly field: string;
  readonly descending: boolean;
}

export interface ListQuery {
  /** As typed. Words are divided by spaces and commas; each must be found in one of the searched fields, in any case. */
  readonly search: string;
  /** As built; with it the quick filters do not count. */
  readonly filter: Filter | undefined;
  /** Names of the quick filters that are on; all of them must hold. */
  readonly quick: readonly string[];
  /** The first counts most; what is alike stands by id, newest first. */
  readonly sort: readonly SortKey[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** The part of a resource that a list is about: nothing outside of it is counted. */
export interface ListScope {
  readonly workspaceId?: WorkspaceId;
  readonly projectId?: ProjectId;
  readonly taskId?: TaskId;
}

/** Jobs of a task or project, and how far they are. Ground truth and replicas do not count. */
export interface JobCounts {
  readonly jobs: number;
  /** Accepted and completed. */
  readonly completed: number;
  /** In validation, or in acceptance and not completed. */
  readonly validation: number;
  readonly annotation: number;
  readonly frames: number;
  readonly annotatedFrames: number;
}

export interface ListAnswer {
  /** Rows in the scope. */
  readonly total: number;
  /** Rows that search and filter leave. */
  readonly matching: number;
  /** Of the page, in their order. The last page where a later one was asked for. */
  readonly ids: readonly number[];
  /** The page that `ids` is. */
  readonly page: number;
  /** Of the rows of the page; empty for resources without jobs. */
  readonly progress: readonly JobCounts[];
}

export const noQuery: ListQuery = {
  search: '',
  filter: undefined,
  quick: [],
  sort: [],
  page: 1,
  pageSize: 10,
};
