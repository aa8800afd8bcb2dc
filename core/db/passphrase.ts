/**
 * One passphrase for the workspace. The key that it gives is never stored, only what it takes to derive it again:
 * PBKDF2 with SHA-256 (RFC 8018; OWASP's 600,000 rounds), a random salt, and a few sealed words that tell a wrong one.
 */
import { InvalidDataError } from '../errors.ts';
import type { Database } from './database.ts';
import { openText, type Sealed, sealText, unseal, seal } from './sealing.ts';

export interface PassphraseRow {
  /** There is one at most. */
  readonly name: 'workspace';
  /** Another one after each change: what was sealed under an older one is told by it. */
  readonly id: string;
  readonly derivation: {
    readonly kind: 'PBKDF2-SHA-256';
    readonly rounds: number;
    readonly salt: Uint8Array<ArrayBuffer>;
  };
  readonly verifier: Sealed;
}

/** What an entered passphrase gives; lives in memory only. The key cannot be exported. */
export interface OpenPassphrase {
  readonly id: string;
  readonly key: CryptoKey;
}

export type PassphraseState = 'none' | 'set';

const rounds = 600_000;
const verified = 'bucketmark';
const name = 'workspace';

export class PassphraseRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async state(): Promise<PassphraseState> {
    return (await this.#db.passphrases.get(name)) ? 'set' : 'none';
  }

  async isCurrent({ id }: OpenPassphrase): Promise<boolean> {
    return (await this.#db.passphrases.get(name))?.id === id;
  }

  /** The first passphrase. Throws where there is one already. */
  async set(passphrase: string): Promise<OpenPassphrase> {
    const { row, open } = await makeRow(passphrase);
    await this.#db.passphrases.add(row).catch((cause: unknown) => {
      throw new InvalidDataError('There is a passphrase already.', {
        where: 'passphrase',
        cause,
        remedy: { text: 'Enter that one, or change it in the settings.' },
      });
    });
    return open;
  }

  /** Throws `InvalidDataError` for a wrong one. */
  async open(passphrase: string): Promise<OpenPassphrase> {
    const row = await this.#db.passphrases.get(name);
    if (!row) {
      throw new InvalidDataError('There is no passphrase yet.', { where: 'passphrase' });
    }
    const key = await derive(passphrase, row.derivation);
    const words = await openText(key, row.verifier).catch(() => undefined);
    if (words !== verified) throw wrong();
    return { id: row.id, key };
  }

  /** Seals everything anew, all or nothing. Throws `InvalidDataError` where the old one is wrong. */
  async change(passphrase: string, next: string): Promise<OpenPassphrase> {
    const db = this.#db;
    const before = await this.open(passphrase);
    const { row, open } = await makeRow(next);
    for (;;) {
      const rows = await db.credentials.filter(({ sealedBy }) => sealedBy === before.id).toArray();
      const sealed = await Promise.all(
        rows.map(async (each) => ({
          storageId: each.storageId,
          sealedBy: open.id,
          ...(await seal(open.key, await unseal(before.key, each))),
        })),
      );
      // WebCrypto does not run inside of a transaction, so what changed meanwhile is looked for in it.
      const done = await db.transaction('rw', [db.credentials, db.passphrases], async () => {
        const now = await db.credentials.filter(({ sealedBy }) => sealedBy === before.id).toArray();
        if ((await db.passphrases.get(name))?.id !== before.id) throw wrong();
        const isSame =
          now.length === rows.length && now.every((each, index) => isEqual(each.iv, rows[index]?.iv));
        if (!isSame) return false;
        await db.credentials.bulkPut(sealed);
        await db.passphrases.put(row);
        return true;
      });
      if (done) return open;
    }
  }

  /** What was sealed under it cannot be opened any more and goes with it. */
  async forget(): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.credentials, db.passphrases], async () => {
      await db.credentials.filter(({ sealedBy }) => sealedBy !== undefined).delete();
      await db.passphrases.delete(name);
    });
  }
}

async function makeRow(passphrase: string): Promise<{ row: PassphraseRow; open: OpenPassphrase }> {
  const derivation = {
    kind: 'PBKDF2-SHA-256',
    rounds,
    salt: crypto.getRandomValues(new Uint8Array(16)),
  } as const;
  const key = await derive(passphrase, derivation);
  const id = crypto.randomUUID();
  return { row: { name, id, derivation, verifier: await sealText(key, verified) }, open: { id, key } };
}

/** Composed alike whatever keyboard it was typed on (NFKC, as NIST SP 800-63B asks for). */
async function derive(
  passphrase: string,
  { rounds: iterations, salt }: PassphraseRow['derivation'],
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function isEqual(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function wrong(): InvalidDataError {
  return new InvalidDataError('This is not the passphrase.', {
    where: 'passphrase',
    remedy: { text: 'Mind capital letters and the keyboard’s language.' },
  });
}
