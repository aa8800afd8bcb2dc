/** Sets of characters: what Python's `\d`, `\s`, `\w` mean for text, in RE2's notation for the inside of brackets. */

/** Code points, both ends inclusive. */
export type Range = readonly [from: number, to: number];

const lastCodePoint = 0x10_ff_ff;

/** `str.isspace`: White_Space, and the four separators of ASCII that Python counts as well. */
const spaces: readonly Range[] = [
  [0x09, 0x0d],
  [0x1c, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
const asciiSpaces: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];
const asciiDigits: readonly Range[] = [[0x30, 0x39]];
const asciiWord: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];

/** The inside of brackets for one of `d D s S w W`. */
export function shorthand(letter: string, ascii: boolean): string {
  switch (letter) {
    case 'd':
      return ascii ? printRanges(asciiDigits) : String.raw`\p{Nd}`;
    case 'D':
      return ascii ? printRanges(complement(asciiDigits)) : String.raw`\P{Nd}`;
    case 's':
      return printRanges(ascii ? asciiSpaces : spaces);
    case 'S':
      return printRanges(complement(ascii ? asciiSpaces : spaces));
    case 'w':
      return ascii ? printRanges(asciiWord) : String.raw`\p{L}\p{N}_`;
    default:
      return ascii ? printRanges(complement(asciiWord)) : nonWord();
  }
}

let nonWordText: string | undefined;

/** RE2 cannot say "neither this nor that" within brackets, so it is spelled out; once, as all of Unicode is gone through. */
function nonWord(): string {
  nonWordText ??= printRanges(rangesOf((character) => !/[\p{L}\p{N}_]/u.test(character)));
  return nonWordText;
}

function rangesOf(has: (character: string) => boolean): Range[] {
  const ranges: Range[] = [];
  let from = -1;
  for (let point = 0; point <= lastCodePoint + 1; point++) {
    const inside = point <= lastCodePoint && has(String.fromCodePoint(point));
    if (inside && from < 0) from = point;
    if (!inside && from >= 0) {
      ranges.push([from, point - 1]);
      from = -1;
    }
  }
  return ranges;
}

function complement(ranges: readonly Range[]): Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) gaps.push([from, start - 1]);
    from = end + 1;
  }
  if (from <= lastCodePoint) gaps.push([from, lastCodePoint]);
  return gaps;
}

/** Adds the other case of the letters of ASCII, and of nothing else. */
export function withAsciiCases(ranges: readonly Range[]): Range[] {
  const shifted = (low: number, high: number, by: number): Range[] =>
    ranges.flatMap(([from, to]): Range[] => {
      const [start, end] = [Math.max(from, low), Math.min(to, high)];
      return start <= end ? [[start + by, end + by]] : [];
    });
  return [...ranges, ...shifted(0x41, 0x5a, 32), ...shifted(0x61, 0x7a, -32)];
}

/** To Python these four are one letter; to Unicode's folding, which RE2 goes by, they are not. */
const letterI = Array.from('iIıİ', (character) => character.codePointAt(0) ?? 0);

export function withDottedI(ranges: readonly Range[]): readonly Range[] {
  const hasI = letterI.some((point) => ranges.some(([from, to]) => from <= point && point <= to));
  return hasI ? [...ranges, ...letterI.map((point): Range => [point, point])] : ranges;
}

export function printRanges(ranges: readonly Range[]): string {
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join('');
}

const hex = (point: number): string => String.raw`\x{${point.toString(16)}}`;

/** One character as RE2 reads it, wherever it stands. */
export function quote(character: string): string {
  return /[0-9A-Za-z]/.test(character) ? character : hex(character.codePointAt(0) ?? 0);
}
