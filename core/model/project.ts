/** Tasks of one kind that share one list of labels. */
import type { PersonId, ProjectId, WorkspaceId } from './ids.ts';
import type { Label } from './label.ts';
import type { Source } from './source.ts';
import type { TaskStatus } from './status.ts';
import type { Target } from './target.ts';
import type { Dimension } from './task.ts';

export interface Project {
  readonly id: ProjectId;
  readonly uid: string;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  /** In force for all its tasks, whose own `labels` are this same list. */
  readonly labels: readonly Label[];
  /** Web address; empty for none. */
  readonly bugTracker: string;
  /** Markdown; empty for none. */
  readonly guide: string;
  readonly ownerId: PersonId | undefined;
  readonly assigneeId: PersonId | undefined;
  /** Proposed for each of its new tasks. */
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
  /** Of its tasks: the least advanced one's. */
  readonly status: TaskStatus;
  /** Of its first task; a project holds either. Undefined while it has none. */
  readonly dimension: Dimension | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it went into the bin. */
  readonly deletedAt?: number;
}
