/** Small things that the whole workspace remembers, each under a name. */
import type { Database } from './database.ts';

export interface SettingRow {
  readonly name: string;
  /** Parsed by whoever reads it. */
  readonly value: unknown;
}

export class SettingsRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async text(name: string): Promise<string | undefined> {
    const value = (await this.#db.settings.get(name))?.value;
    return typeof value === 'string' ? value : undefined;
  }

  /** An id of some record. */
  async id(name: string): Promise<number | undefined> {
    const value = (await this.#db.settings.get(name))?.value;
    return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0 ? value : undefined;
  }

  /** As it was kept, for whoever has a schema for it. */
  async value(name: string): Promise<unknown> {
    return (await this.#db.settings.get(name))?.value;
  }

  async keep(name: string, value: unknown): Promise<void> {
    await this.#db.settings.put({ name, value });
  }
}
