/** Projects, each one row. Those in the bin are found by their id only. */
import type { ProjectId, StorageId, WorkspaceId } from '../model/ids.ts';
import type { Project } from '../model/project.ts';
import type { Database } from './database.ts';

export class ProjectRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(id: ProjectId): Promise<Project | undefined> {
    const project = await this.#db.projects.get(id);
    return project?.deletedAt === undefined ? project : undefined;
  }

  /** Those that are there, in the order of `ids`. */
  async many(ids: readonly ProjectId[]): Promise<Project[]> {
    const found = await this.#db.projects.bulkGet([...ids]);
    return found.flatMap((project) => (project && project.deletedAt === undefined ? [project] : []));
  }

  /** Newest first. */
  async list(workspaceId: WorkspaceId): Promise<Project[]> {
    const found = await this.#db.projects.where('workspaceId').equals(workspaceId).reverse().sortBy('id');
    return found.filter(({ deletedAt }) => deletedAt === undefined);
  }

  async add(project: Omit<Project, 'id'>): Promise<ProjectId> {
    return this.#db.projects.add(project);
  }

  async update(id: ProjectId, change: Partial<Omit<Project, 'id'>>): Promise<void> {
    await this.#db.projects.update(id, change);
  }

  /** Of its tasks, by name. */
  async subsets(id: ProjectId): Promise<string[]> {
    const tasks = await this.#db.tasks.where('projectId').equals(id).toArray();
    const named = tasks.filter(({ deletedAt, subset }) => deletedAt === undefined && subset !== '');
    return [...new Set(named.map(({ subset }) => subset))].sort((a, b) => a.localeCompare(b));
  }

  /** Those that propose a storage, also those in the bin. */
  async usingStorage(id: StorageId): Promise<Project[]> {
    const projects = await this.#db.projects.toArray();
    return projects.filter(({ sources, targets }) =>
      [...sources, ...targets].some(({ storageId }) => storageId === id),
    );
  }
}
