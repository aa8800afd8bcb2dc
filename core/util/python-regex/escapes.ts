/** What stands behind a backslash (Python's `re`, of text). */
import type { PatternReader } from './reader.ts';

export type Escape =
  | { readonly kind: 'character'; readonly character: string }
  /** One of `d D s S w W`. */
  | { readonly kind: 'shorthand'; readonly letter: string }
  /** One of `A Z b B`; never within brackets. */
  | { readonly kind: 'place'; readonly letter: string };

const controls: Readonly<Record<string, string>> = {
  a: '\u0007',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads on behind the backslash, which has been taken. `inBrackets`: `\b` is a backspace, and nothing refers back. */
export function readEscape(reader: PatternReader, inBrackets: boolean): Escape {
  const from = reader.at - 1;
  if (reader.ended) {
    reader.refuse(
      'The pattern ends with a lone \\',
      from,
      'Write \\\\ for a backslash itself, or take it out.',
    );
  }
  const letter = reader.next();
  if (/[dDsSwW]/.test(letter)) return { kind: 'shorthand', letter };
  if (/[AZbB]/.test(letter) && !inBrackets) return { kind: 'place', letter };
  if (letter === 'b') return character('\b');
  const control = controls[letter];
  if (control !== undefined) return character(control);
  const length = hexLengths[letter];
  if (length !== undefined) return character(readHex(reader, from, length));
  if (/\d/.test(letter)) return character(readOctal(reader, from, letter, inBrackets));
  if (letter === 'N') {
    const remedy = 'Write the character itself, or its number as in \\u00e9.';
    reader.refuse('Names of characters (\\N{...}) are not understood', from, remedy);
  }
  if (/[A-Za-z]/.test(letter)) {
    reader.refuse(
      `\\${letter} means nothing`,
      from,
      'Take the backslash out, or write \\\\ for a backslash.',
    );
  }
  return character(letter);
}

const character = (text: string): Escape => ({ kind: 'character', character: text });

function readHex(reader: PatternReader, from: number, length: number): string {
  const digits = reader.takeWhile(/[0-9a-fA-F]/, length);
  const point = Number.parseInt(digits, 16);
  if (digits.length === length && point <= 0x10_ff_ff) return String.fromCodePoint(point);
  return reader.refuse(
    'This number of a character is broken off or too large',
    from,
    `Write \\x with 2 digits, \\u with 4, or \\U with 8.`,
  );
}

/** `\0`, `\01`, and three octal digits are a character; other numbers refer back to a group. */
function readOctal(reader: PatternReader, from: number, first: string, inBrackets: boolean): string {
  if (first === '0') return fromOctal(first + reader.takeWhile(/[0-7]/, 2));
  const isOctal = /[0-7]/.test(first) && /[0-7]/.test(reader.peek()) && /[0-7]/.test(reader.peek(1));
  if (isOctal || (inBrackets && /[0-7]/.test(first))) {
    const digits = first + reader.takeWhile(/[0-7]/, 2);
    if (Number.parseInt(digits, 8) <= 0o377) return fromOctal(digits);
    reader.refuse(`\\${digits} is beyond \\377`, from, 'Write the character itself, or \\u with 4 digits.');
  }
  const remedy =
    'Spell out what should come again; keys are searched without looking back, which keeps it fast.';
  return reader.refuse(`References back to a group (\\${first}) cannot be used`, from, remedy);
}

const fromOctal = (digits: string): string => String.fromCodePoint(Number.parseInt(digits, 8));
