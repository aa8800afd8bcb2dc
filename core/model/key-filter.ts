/** Which of the keys under a prefix are wanted. */
export interface KeyFilter {
  /** A glob over the key behind the prefix, or a regular expression over the whole key, as Label Studio means it. */
  readonly kind: 'glob' | 'regex';
  /** Empty for everything. */
  readonly pattern: string;
}

export const everyKey: KeyFilter = { kind: 'glob', pattern: '' };
