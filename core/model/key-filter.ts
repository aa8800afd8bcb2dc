/** Which objects of a source are taken, by their keys. */

/**
 * `glob` is matched behind the prefix (`core/util/glob.ts`); `regex` is Python's `re.match` on the whole key, as in
 * Label Studio: held to the key's start, free at its end. An empty pattern takes everything.
 */
export interface KeyFilter {
  readonly kind: 'glob' | 'regex';
  readonly pattern: string;
}

export const everyKey: KeyFilter = { kind: 'glob', pattern: '' };
