/** What is done with projects. */
import type { PersonId, ProjectId, WorkspaceId } from '../../model/ids.ts';
import type { Label } from '../../model/label.ts';
import type { Project } from '../../model/project.ts';
import type { Source } from '../../model/source.ts';
import type { Target } from '../../model/target.ts';
import type { Task } from '../../model/task.ts';

export interface CreateProjectInput {
  readonly name: string;
  /** May be empty: they can be added later. */
  readonly labels: readonly Label[];
  readonly bugTracker: string;
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
}

/** What is named changes. */
export interface ProjectChange {
  readonly name?: string;
  readonly bugTracker?: string;
  readonly guide?: string;
  readonly assigneeId?: PersonId | undefined;
  readonly sources?: readonly Source[];
  readonly targets?: readonly Target[];
}

export interface ProjectUses {
  get(id: ProjectId): Promise<Project | undefined>;
  /** Those that are there, in the order of `ids`. */
  many(ids: readonly ProjectId[]): Promise<Project[]>;
  /** Of the workspace that is open, newest first. */
  list(): Promise<Project[]>;
  /** In the workspace that is open. Throws `InvalidDataError` for what a form should have caught. */
  create(input: CreateProjectInput): Promise<ProjectId>;
  update(id: ProjectId, change: ProjectChange): Promise<void>;
  /** Its tasks, newest first. */
  tasks(id: ProjectId): Promise<Task[]>;
  /** Subsets of its tasks, by name. */
  subsets(id: ProjectId): Promise<string[]>;
  /** With its tasks. */
  moveToWorkspace(id: ProjectId, workspaceId: WorkspaceId): Promise<void>;
  /** Into the bin, its tasks with it. */
  remove(id: ProjectId): Promise<void>;
}
