/** People, and which of them is at this device. */
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Database } from './database.ts';

export class PersonRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** By name. */
  async list(): Promise<Person[]> {
    const people = await this.#db.people.toArray();
    return people.sort((a, b) => a.name.localeCompare(b.name));
  }

  async get(id: PersonId): Promise<Person | undefined> {
    return this.#db.people.get(id);
  }

  async add(person: Omit<Person, 'id'>): Promise<PersonId> {
    return this.#db.people.add(person);
  }

  async update(id: PersonId, change: Partial<Omit<Person, 'id'>>): Promise<void> {
    await this.#db.people.update(id, change);
  }
}
