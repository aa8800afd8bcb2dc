/** Ports for tests: the real network and randomness, a clock that never waits unless told to. */
import type { Clock, Ports } from '#core/ports.ts';

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

export function makePorts(changes: Partial<Ports> = {}): Ports {
  return {
    fetch: (input, init) => fetch(input, init),
    clock: makeClock(),
    random: {
      uuid: () => crypto.randomUUID(),
      unit: () => Math.random(),
      bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    },
    files: { root: () => navigator.storage.getDirectory() },
    log: { warn: () => {} },
    host: { origin: globalThis.location?.origin ?? 'https://annotate.example', kind: 'web' },
    ...changes,
  };
}
