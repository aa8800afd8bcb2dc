/** Tasks, each one row. */
import type { ProjectId, StorageId, TaskId } from '../model/ids.ts';
import type { Task } from '../model/task.ts';
import type { Database } from './database.ts';

export class TaskRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async add(task: Omit<Task, 'id'>): Promise<TaskId> {
    return this.#db.tasks.add(task);
  }

  async get(id: TaskId): Promise<Task | undefined> {
    const task = await this.#db.tasks.get(id);
    return task?.deletedAt === undefined ? task : undefined;
  }

  /** Those that are there, in the order of `ids`. */
  async many(ids: readonly TaskId[]): Promise<Task[]> {
    const found = await this.#db.tasks.bulkGet([...ids]);
    return found.flatMap((task) => (task && task.deletedAt === undefined ? [task] : []));
  }

  /** Newest first. */
  async recent(limit: number): Promise<Task[]> {
    return this.#db.tasks.orderBy('id').reverse().filter(isThere).limit(limit).toArray();
  }

  /** The first tasks that read from or write to a storage. */
  async someUsingStorage(id: StorageId, limit: number): Promise<Task[]> {
    return this.#db.tasks.where('storageIds').equals(id).filter(isThere).limit(limit).toArray();
  }

  async update(id: TaskId, patch: Partial<Omit<Task, 'id'>>): Promise<void> {
    await this.#db.tasks.update(id, patch);
  }

  /** Those of a project that are not in the bin, newest first. */
  async ofProject(id: ProjectId): Promise<Task[]> {
    return this.#db.tasks.where('projectId').equals(id).reverse().filter(isThere).toArray();
  }

  /** The tasks that read from or write to a storage, also those in the bin. */
  async usingStorage(id: StorageId): Promise<Task[]> {
    return this.#db.tasks.where('storageIds').equals(id).toArray();
  }
}

function isThere({ deletedAt }: Task): boolean {
  return deletedAt === undefined;
}
