/** `[...]` of Python as RE2 has it. */
import { readEscape } from './escapes.ts';
import type { Flags } from './flags.ts';
import type { PatternReader } from './reader.ts';
import { printRanges, shorthand, withAsciiCases, withDottedI, type Range } from './sets.ts';

type Member =
  | { readonly kind: 'point'; readonly point: number }
  | { readonly kind: 'set'; readonly text: string };

/** Reads on behind the opening bracket, which has been taken. */
export function translateBrackets(reader: PatternReader, flags: Flags): string {
  const from = reader.at - 1;
  const negated = reader.take('^');
  const ranges: Range[] = [];
  let sets = '';
  // A bracket that comes first closes nothing.
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    const start = reader.at;
    const member = readMember(reader, flags, from);
    const isRange = reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '';
    if (!isRange) {
      if (member.kind === 'set') sets += member.text;
      else ranges.push([member.point, member.point]);
      continue;
    }
    reader.next();
    const end = readMember(reader, flags, from);
    if (member.kind === 'set' || end.kind === 'set' || member.point > end.point) {
      const remedy = 'Write the lower character first; for a hyphen itself, put it last in the brackets.';
      return reader.refuse('This range of characters runs backwards or has no end', start, remedy);
    }
    ranges.push([member.point, end.point]);
  }
  reader.next();
  const folded = flags.ignoreCase ? (flags.ascii ? withAsciiCases(ranges) : withDottedI(ranges)) : ranges;
  const text = `[${negated ? '^' : ''}${printRanges(folded)}${sets}]`;
  return flags.ignoreCase && !flags.ascii ? `(?i:${text})` : text;
}

function readMember(reader: PatternReader, flags: Flags, from: number): Member {
  if (reader.ended) reader.refuse('[ is never closed', from, 'Add ], or write \\[ for the bracket itself.');
  const character = reader.next();
  if (character !== '\\') return point(character);
  const escape = readEscape(reader, true);
  if (escape.kind === 'character') return point(escape.character);
  return { kind: 'set', text: shorthand(escape.letter, flags.ascii) };
}

const point = (character: string): Member => ({ kind: 'point', point: character.codePointAt(0) ?? 0 });
