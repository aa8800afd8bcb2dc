/** The person at this device, others by name, and the workspaces that separate projects. */
import type { PersonId, WorkspaceId } from '../../model/ids.ts';
import type { Person } from '../../model/person.ts';
import type { WorkspaceRecord } from '../../model/workspace.ts';

export interface PeopleUses {
  /** By name. */
  list(): Promise<Person[]>;
  me(): Promise<Person>;
  /** Throws `InvalidDataError` for an empty name, or one that somebody has. */
  add(name: string): Promise<Person>;
  update(id: PersonId, change: { readonly name?: string; readonly color?: string }): Promise<void>;
  /** Where that person stood, nobody stands. Refused for the one at this device. */
  remove(id: PersonId): Promise<void>;
}

export interface WorkspacesUses {
  /** By name, without the personal one. */
  list(): Promise<WorkspaceRecord[]>;
  /** The one that is open: new things come into it, and lists show what is in it. */
  current(): Promise<WorkspaceId>;
  open(id: WorkspaceId): Promise<void>;
  /** Throws `InvalidDataError` for an empty name, or one that is taken. */
  add(name: string): Promise<WorkspaceId>;
  rename(id: WorkspaceId, name: string): Promise<void>;
  /** Refused while a project or task is in it, also one in the bin. */
  remove(id: WorkspaceId): Promise<void>;
}
