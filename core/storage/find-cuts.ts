/** Where a long stretch without folders can be cut: keys that are really there, found by asking what comes after a guess. */
import { compareUtf8 } from '../util/text-order.ts';
import type { ListQuery, ObjectStore } from './object-store.ts';

export interface Range {
  readonly prefix: string;
  /** Cuts lie behind this key, of which listings have come to. */
  readonly after: string;
  /** The last key that belongs to the range; undefined is the end of the prefix. */
  readonly upTo: string | undefined;
}

/** Names vary within so many characters behind the prefix; what varies later is not cut. */
const mostPositions = 32;
/** Positions asked for at a time: as many as browsers open connections to one server. */
const atOnce = 6;
/** Comes after everything that begins with what stands before it. */
const end = '\u{10FFFF}';
/** Kinds of characters that names count with, in their order. */
const kinds = [
  { from: '0', to: '9', by: 1 },
  { from: 'A', to: 'Z', by: 3 },
  { from: 'a', to: 'z', by: 3 },
];

/**
 * Some keys of the range in order, roughly as far from each other as names are that count up or are drawn by chance;
 * none where it is not worth while. Costs some requests for one key each, three or four round trips.
 */
export async function findCuts(
  store: ObjectStore,
  { prefix, after, upTo }: Range,
  signal: AbortSignal,
): Promise<string[]> {
  const name = after.slice(prefix.length);
  async function firstAfter(startAfter: string): Promise<string | undefined> {
    const query: ListQuery = { prefix, startAfter, pageSize: 1, signal };
    for await (const { objects } of store.list(query)) {
      const key = objects[0]?.key;
      if (key === undefined) continue;
      return upTo !== undefined && compareUtf8(key, upTo) >= 0 ? undefined : key;
    }
    return undefined;
  }

  /** What comes after all that shares the name's first `length` characters. */
  const beyond = (length: number): Promise<string | undefined> =>
    firstAfter(prefix + wellFormed(name.slice(0, length)) + end);

  /** The shortest start that something else comes after, and what: found among some lengths at a time. */
  async function firstDifference(): Promise<{ length: number; key: string } | undefined> {
    let low = 1;
    let high = Math.min(name.length, mostPositions);
    let found: { length: number; key: string } | undefined;
    while (low <= high) {
      const stride = Math.max(1, Math.ceil((high - low + 1) / atOnce));
      const lengths = Array.from({ length: atOnce }, (_, i) => low + i * stride).filter(
        (each) => each <= high,
      );
      const keys = await Promise.all(lengths.map(beyond));
      const first = keys.findIndex((key) => key !== undefined);
      const [length, key] = [lengths[first], keys[first]];
      if (length === undefined || key === undefined) {
        low = (lengths.at(-1) ?? high) + 1;
        continue;
      }
      found = { length, key };
      low = (lengths[first - 1] ?? low - 1) + 1;
      high = length - 1;
    }
    return found;
  }

  const difference = await firstDifference();
  if (!difference) return [];
  const stem = prefix + wellFormed(name.slice(0, difference.length - 1));
  const guesses = guessesAfter(difference.key.charAt(stem.length)).map((character) => stem + character);
  const keys = [difference.key];
  for (let at = 0; at < guesses.length; at += atOnce) {
    for (const key of await Promise.all(guesses.slice(at, at + atOnce).map(firstAfter))) {
      if (key !== undefined) keys.push(key);
    }
  }
  const isInside = (key: string): boolean => compareUtf8(key, after) > 0;
  return [...new Set(keys)].filter(isInside).sort(compareUtf8);
}

/** Characters that names may go on with: of the same kind, letters in steps; of later kinds the first. */
function guessesAfter(character: string): string[] {
  return kinds.flatMap(({ from, to, by }) => {
    if (character > to) return [];
    if (character < from) return [from];
    const guesses: string[] = [];
    for (let code = character.charCodeAt(0) + by; code <= to.charCodeAt(0); code += by) {
      guesses.push(String.fromCharCode(code));
    }
    return guesses;
  });
}

/** Half of a surrogate pair is no text. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1);
}
