/** The ports of a page or worker: the one place in core that reaches for the browser's ambient powers. */
import type { Clock, Host, Locks, Notes, Ports } from '../ports.ts';

export function browserPorts(host: Host): Ports {
  return {
    fetch: async (input, init) => fetch(input, init),
    clock,
    random: {
      uuid: () => crypto.randomUUID(),
      unit: () => Math.random(),
      bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    },
    files: {
      root: async () => navigator.storage.getDirectory(),
      async space() {
        const [{ usage = 0, quota = 0 }, persistent] = await Promise.all([
          navigator.storage.estimate(),
          navigator.storage.persisted(),
        ]);
        return { used: usage, available: quota, persistent };
      },
    },
    locks,
    notes: lateNotes(),
    log: { warn: (message, details) => console.warn(message, details) },
    host,
  };
}

const clock: Clock = { now: () => Date.now(), sleep };

/** Their code comes with the first note: most tabs never have one. */
function lateNotes(): Notes {
  let opened: Promise<Notes> | undefined;
  const open = (): Promise<Notes> =>
    (opened ??= import('../db/notes.ts').then(({ sealedNotes }) => sealedNotes(clock)));
  return {
    read: async (name) => (await open()).read(name),
    keep: async (name, text) => (await open()).keep(name, text),
    forget: async (name) => (await open()).forget(name),
  };
}

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

const locks: Locks = {
  async hold(name, signal) {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(name, signal ? { signal } : {}, async () => new Promise<void>((release) => resolve(release)))
        .catch(reject);
    });
  },

  async held() {
    const { held = [] } = await navigator.locks.query();
    return held.flatMap(({ name }) => name ?? []);
  },

  async tryHold(name, { steal = false, onLost } = {}) {
    return new Promise((resolve, reject) => {
      let held = false;
      navigator.locks
        .request(name, steal ? { steal } : { ifAvailable: true }, async (lock) => {
          if (!lock) {
            resolve(undefined);
            return undefined;
          }
          held = true;
          return new Promise<void>((release) => resolve(release));
        })
        // A held lock's request is rejected when another tab steals it.
        .catch((error: unknown) => (held ? onLost?.() : reject(error)));
    });
  },
};
