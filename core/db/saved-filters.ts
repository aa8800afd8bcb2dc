/** Filters that people gave names to, and those that they applied lately. */
import type { SavedFilterId } from '../model/ids.ts';
import type { Resource } from '../query/list-query.ts';
import type { SavedFilter } from '../query/saved-filter.ts';
import type { Database } from './database.ts';

export class SavedFilterRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** In the order they were saved. */
  async list(resource?: Resource): Promise<SavedFilter[]> {
    const { savedFilters } = this.#db;
    return resource === undefined
      ? savedFilters.toArray()
      : savedFilters.where('resource').equals(resource).toArray();
  }

  async add(filter: Omit<SavedFilter, 'id'>): Promise<SavedFilterId> {
    return this.#db.savedFilters.add(filter);
  }

  async update(id: SavedFilterId, change: Partial<Omit<SavedFilter, 'id' | 'resource'>>): Promise<void> {
    await this.#db.savedFilters.update(id, change);
  }

  async remove(id: SavedFilterId): Promise<void> {
    await this.#db.savedFilters.delete(id);
  }
}
