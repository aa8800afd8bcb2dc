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

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** As file managers sort: "2" before "10". Names that sort alike are told apart by their bytes. */
export function compareNatural(a: string, b: string): number {
  return collator.compare(a, b) || compareUtf8(a, b);
}
