/** Workspaces, each one row; the personal one has none. */
import type { WorkspaceId } from '../model/ids.ts';
import type { WorkspaceRecord } from '../model/workspace.ts';
import type { Database } from './database.ts';

export class WorkspaceRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** By name. */
  async list(): Promise<WorkspaceRecord[]> {
    const workspaces = await this.#db.workspaces.toArray();
    return workspaces.sort((a, b) => a.name.localeCompare(b.name));
  }

  async get(id: WorkspaceId): Promise<WorkspaceRecord | undefined> {
    return this.#db.workspaces.get(id);
  }

  async add(workspace: Omit<WorkspaceRecord, 'id'>): Promise<WorkspaceId> {
    return this.#db.workspaces.add(workspace);
  }

  async rename(id: WorkspaceId, name: string): Promise<void> {
    await this.#db.workspaces.update(id, { name });
  }

  /** Only where nothing is in it, also nothing in the bin; gives what is, instead of removing it. */
  async removeEmpty(id: WorkspaceId): Promise<{ readonly projects: number; readonly tasks: number }> {
    const db = this.#db;
    return db.transaction('rw', [db.workspaces, db.projects, db.tasks], async () => {
      const projects = await db.projects.where('workspaceId').equals(id).count();
      const tasks = await db.tasks.where('workspaceId').equals(id).count();
      if (projects + tasks === 0) await db.workspaces.delete(id);
      return { projects, tasks };
    });
  }
}
