/** Small secrets that outlive a reload, each sealed. In a database of their own, which no backup or export reads. */
import { Dexie, type Table } from 'dexie';
import type { Clock, Notes } from '../ports.ts';
import { makeSealingKey, openText, type Sealed, sealText } from './sealing.ts';

interface NoteRow extends Sealed {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** Sessions of uploads lapse after a week. */
const keptMs = 7 * 24 * 3_600_000;
const keyName = 'notes';

class NotesDatabase extends Dexie {
  declare readonly notes: Table<NoteRow, string>;
  declare readonly keys: Table<{ readonly name: string; readonly key: CryptoKey }, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ notes: 'name, keptAt', keys: 'name' });
  }
}

/** Opened when first used. A note that cannot be opened is none. */
export function sealedNotes(clock: Pick<Clock, 'now'>, databaseName = 'bucketmark-notes'): Notes {
  let opened: NotesDatabase | undefined;
  const open = (): NotesDatabase => (opened ??= new NotesDatabase(databaseName));

  async function key(db: NotesDatabase): Promise<CryptoKey> {
    const kept = await db.keys.get(keyName);
    if (kept) return kept.key;
    // Another thread may have been faster: the first key in the table is the one.
    const made = await makeSealingKey();
    await db.keys.add({ name: keyName, key: made }).catch(() => undefined);
    return (await db.keys.get(keyName))?.key ?? made;
  }

  return {
    async read(name) {
      const db = open();
      const row = await db.notes.get(name);
      if (row === undefined || clock.now() - row.keptAt > keptMs) return undefined;
      return openText(await key(db), row).catch(() => undefined);
    },
    async keep(name, text) {
      const db = open();
      const sealed = await sealText(await key(db), text);
      const now = clock.now();
      await db.notes
        .where('keptAt')
        .below(now - keptMs)
        .delete();
      await db.notes.put({ name, keptAt: now, ...sealed });
    },
    async forget(name) {
      await open().notes.delete(name);
    },
  };
}
