/** Ports for tests: the real network and randomness, a clock that never waits unless told to. */
import type { Clock, Locks, Notes, Ports } from '#core/ports.ts';

/** A clock that can be wrong, and whose sleeps are noted and over at once. */
export function makeClock(offsetMs = 0): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now() + offsetMs,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
    },
  };
}

/** Locks within one test: whoever asks first has them. */
function makeLocks(): Locks {
  const held = new Set<string>();
  return {
    hold: async (name) => {
      held.add(name);
      return () => held.delete(name);
    },
    held: async () => [...held],
    tryHold: async (name, { steal = false } = {}) => {
      if (held.has(name) && !steal) return undefined;
      held.add(name);
      return () => held.delete(name);
    },
  };
}

/** Notes that stay as long as the test holds them. */
export function makeNotes(): Notes & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: async (name) => kept.get(name),
    keep: async (name, text) => void kept.set(name, text),
    forget: async (name) => void kept.delete(name),
  };
}

export function makePorts(changes: Partial<Ports> = {}): Ports {
  return {
    fetch: (input, init) => fetch(input, init),
    clock: makeClock(),
    random: {
      uuid: () => crypto.randomUUID(),
      unit: () => Math.random(),
      bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    },
    files: {
      root: () => navigator.storage.getDirectory(),
      space: async () => ({ used: 0, available: 1e9, persistent: false }),
    },
    locks: makeLocks(),
    notes: makeNotes(),
    log: { warn: () => {} },
    host: { origin: globalThis.location?.origin ?? 'https://annotate.example', kind: 'web' },
    ...changes,
  };
}
