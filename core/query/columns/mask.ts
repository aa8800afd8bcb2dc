/** A byte for each row of a table: 1 where something holds. */
export type Mask = Uint8Array<ArrayBuffer>;

export function filled(size: number, value: 0 | 1): Mask {
  return new Uint8Array(size).fill(value);
}

/** Leaves in `mask` what is in `other` too. */
export function keepAlso(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
}

/** Adds to `mask` what is in `other`. */
export function addAlso(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
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
