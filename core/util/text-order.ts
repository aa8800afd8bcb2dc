/** Orders for names. */

/**
 * Order of the UTF-8 bytes, as storages list their keys, without encoding.
 * UTF-16 units sort the same but for surrogates, which must come after U+E000 to U+FFFF.
 */
export function compareUtf8(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? shiftSurrogate(x) - shiftSurrogate(y) : x - y;
  }
  return a.length - b.length;
}

function shiftSurrogate(unit: number): number {
  return unit <= 0xdfff ? unit + 0x2000 : unit - 0x800;
}

const digits = /\d+/y;

/**
 * "2" before "10": runs of digits count as numbers, the rest by its UTF-8 bytes; as Python's natsort, which CVAT uses.
 * Names that are alike but for leading zeros are told apart by their bytes.
 */
export function compareNatural(a: string, b: string): number {
  // Neighbours share most of what they begin with; a number is compared from its first digit on.
  let i = 0;
  const shared = Math.min(a.length, b.length);
  while (i < shared && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  while (i > 0 && isDigit(a.charCodeAt(i - 1))) i--;
  let j = i;
  while (i < a.length && j < b.length) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    const isNumber = isDigit(x);
    // Text that ends where a number begins is the shorter one.
    if (isNumber !== isDigit(y)) return isNumber ? -1 : 1;
    if (isNumber) {
      const m = runAt(a, i);
      const n = runAt(b, j);
      const difference = compareRuns(m, n);
      if (difference !== 0) return difference;
      i += m.length;
      j += n.length;
    } else if (x === y) {
      i++;
      j++;
    } else {
      return x >= 0xd800 && y >= 0xd800 ? shiftSurrogate(x) - shiftSurrogate(y) : x - y;
    }
  }
  return a.length - i - (b.length - j) || compareUtf8(a, b);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function runAt(text: string, start: number): string {
  digits.lastIndex = start;
  return digits.exec(text)?.[0] ?? '';
}

/** Numbers of any length, without leading zeros the longer is the larger. */
function compareRuns(a: string, b: string): number {
  if (a === b) return 0;
  const x = a.replace(/^0+/, '');
  const y = b.replace(/^0+/, '');
  return x.length - y.length || (x < y ? -1 : Number(x > y));
}
