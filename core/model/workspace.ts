/** What separates projects and tasks from others on the same device: CVAT's organization. */
import type { WorkspaceId } from './ids.ts';

export interface WorkspaceRecord {
  readonly id: WorkspaceId;
  readonly uid: string;
  readonly name: string;
}

/** The one that is always there, has no record, and cannot be removed. */
export const personalWorkspace: WorkspaceId = 0;
