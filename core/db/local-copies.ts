/** The records of local copies. */
import { Dexie } from 'dexie';
import type { CopyIndex, CopyRecord } from '../storage/copy-index.ts';
import type { Database } from './database.ts';

export class LocalCopyRepository implements CopyIndex {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(scope: string, key: string): Promise<CopyRecord | undefined> {
    return this.#db.localCopies.get([scope, key]);
  }

  async put(record: CopyRecord): Promise<CopyRecord | undefined> {
    const { localCopies } = this.#db;
    return this.#db.transaction('rw', localCopies, async () => {
      const before = await localCopies.get([record.scope, record.key]);
      await localCopies.put(record);
      return before;
    });
  }

  async touch(record: CopyRecord, usedAt: number): Promise<void> {
    const { localCopies } = this.#db;
    await this.#db.transaction('rw', localCopies, async () => {
      if (await this.#isStill(record)) await localCopies.update([record.scope, record.key], { usedAt });
    });
  }

  async remove(record: CopyRecord): Promise<boolean> {
    const { localCopies } = this.#db;
    return this.#db.transaction('rw', localCopies, async () => {
      const is = await this.#isStill(record);
      if (is) await localCopies.delete([record.scope, record.key]);
      return is;
    });
  }

  async usedBytes(scope: string): Promise<number> {
    let bytes = 0;
    await this.#ofScope(scope).each(({ size }) => {
      bytes += size;
    });
    return bytes;
  }

  async leastUsed(scope: string, count: number): Promise<CopyRecord[]> {
    return this.#ofScope(scope).limit(count).toArray();
  }

  async files(): Promise<Set<string>> {
    const files = new Set<string>();
    await this.#db.localCopies.each(({ file }) => files.add(file));
    return files;
  }

  /** In order of use. */
  #ofScope(scope: string) {
    const range: [unknown[], unknown[]] = [
      [scope, Dexie.minKey],
      [scope, Dexie.maxKey],
    ];
    return this.#db.localCopies.where('[scope+usedAt]').between(...range);
  }

  async #isStill({ scope, key, file }: CopyRecord): Promise<boolean> {
    return (await this.#db.localCopies.get([scope, key]))?.file === file;
  }
}
