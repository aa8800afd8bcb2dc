/** A byte for each row of a table: 1 where something holds. */
export type Mask = Uint8Array<ArrayBuffer>;

export function filled(size: number, value: 0 | 1): Mask {
  return new Uint8Array(size).fill(value);
}

/** Leaves in `mask` what is in `other` too; both begin their memory. */
export function keepAlso(mask: Mask, other: Mask): void {
  const [words, others] = [wordsOf(mask), wordsOf(other)];
  for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
  for (let row = words.length * 4; row < mask.length; row++) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
}

/** Adds to `mask` what is in `other`; both begin their memory. */
export function addAlso(mask: Mask, other: Mask): void {
  const [words, others] = [wordsOf(mask), wordsOf(other)];
  for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) | (others[at] ?? 0);
  for (let row = words.length * 4; row < mask.length; row++) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
}

/** Four rows at once; those that are left over are not in it. */
function wordsOf(mask: Mask): Uint32Array {
  return new Uint32Array(mask.buffer, 0, mask.length >> 2);
}

export function invert(mask: Mask): void {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) ^ 1;
}

/** The rows that are in it, ascending. */
export function rowsOf(mask: Mask): Uint32Array<ArrayBuffer> {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] ?? 0;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < mask.length; row++) {
    rows[at] = row;
    at += mask[row] ?? 0;
  }
  return rows;
}

export function countOf(mask: Mask): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] ?? 0;
  return count;
}
