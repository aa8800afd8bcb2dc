/**
 * Python's regular expressions (`re`, of text, 3.11) in the notation of RE2, for asking whether `re.match` finds something.
 * Groups capture nothing, as only yes or no is asked for. What RE2 cannot do in linear time is refused by name.
 * Three things are narrower than in Python: `\b` knows the letters of ASCII only, a count goes up to 1000, and what
 * follows a `$` cannot be the newline that `$` stood before.
 */
import { translateBrackets } from './brackets.ts';
import { readEscape } from './escapes.ts';
import { noFlags, readFlags, type Flags } from './flags.ts';
import { PatternReader } from './reader.ts';
import { printRanges, quote, shorthand, withDottedI } from './sets.ts';

const mostNested = 100;
const mostRepeats = 1000;

interface Item {
  readonly text: string;
  /** Places take no room and cannot be repeated; what is repeated cannot be so again. */
  readonly kind: 'atom' | 'place' | 'repeat';
}

/**
 * @returns a pattern for RE2, held to the start of the text
 * @throws InvalidDataError where it is no pattern of Python's, or one that cannot be run; `where` is the column
 */
export function translatePythonRegex(pattern: string): string {
  const reader = new PatternReader(pattern);
  const names = new Set<string>();

  function alternatives(flags: Flags, depth: number, opened: number): string {
    if (depth > mostNested) {
      reader.refuse(
        'Groups are nested too deep',
        opened,
        `Use no more than ${mostNested} groups in each other.`,
      );
    }
    let current = flags;
    const branches: string[] = [];
    do {
      const branch = sequence(current, depth, branches.length === 0);
      branches.push(branch.text);
      current = branch.flags;
    } while (reader.take('|'));
    return branches.join('|');
  }

  /** Until `|`, `)` or the end. Flags without a scope hold from the very start of the pattern only. */
  function sequence(start: Flags, depth: number, isFirst: boolean): { text: string; flags: Flags } {
    const items: Item[] = [];
    let flags = start;
    while (!reader.ended && reader.peek() !== '|' && reader.peek() !== ')') {
      const from = reader.at;
      if (flags.verbose && skipBlank()) continue;
      const character = reader.next();
      if (character === '(' && reader.take('?')) {
        if (reader.take('#')) {
          skipComment(from);
          continue;
        }
        if (/[a-zA-Z-]/.test(reader.peek()) && reader.peek() !== 'P') {
          const read = readFlags(reader, flags, from);
          if (read.scoped) items.push(group(read.flags, depth, from));
          else if (depth > 0 || !isFirst || items.length > 0) {
            const remedy = 'Move them to the very start, or write (?i:...) around what they are for.';
            reader.refuse('Flags for the whole pattern do not stand at its start', from, remedy);
          } else flags = read.flags;
          continue;
        }
        named(from);
        items.push(group(flags, depth, from));
        continue;
      }
      const counts = readCounts(character);
      if (counts === undefined) items.push(atom(character, flags, depth, from));
      else items.push(repeated(items.pop(), counts, from));
    }
    return { text: items.map(({ text }) => text).join(''), flags };
  }

  function atom(character: string, flags: Flags, depth: number, from: number): Item {
    if (character === '(') return group(flags, depth, from);
    if (character === '[') return { kind: 'atom', text: translateBrackets(reader, flags) };
    if (character === '.') return { kind: 'atom', text: flags.dotAll ? '(?s:.)' : '.' };
    if (character === '^') return { kind: 'place', text: flags.multiline ? '(?m:^)' : String.raw`\A` };
    if (character === '$') return { kind: 'place', text: flags.multiline ? '(?m:$)' : String.raw`(?:\n?\z)` };
    if (character !== '\\') return literal(character, flags);
    const escape = readEscape(reader, false);
    if (escape.kind === 'character') return literal(escape.character, flags);
    if (escape.kind === 'shorthand') {
      return { kind: 'atom', text: `[${shorthand(escape.letter, flags.ascii)}]` };
    }
    return { kind: 'place', text: escape.letter === 'Z' ? String.raw`\z` : `\\${escape.letter}` };
  }

  function group(flags: Flags, depth: number, from: number): Item {
    const inside = alternatives(flags, depth + 1, from);
    if (!reader.take(')')) {
      reader.refuse('( is never closed', from, 'Add ), or write \\( for the parenthesis itself.');
    }
    return { kind: 'atom', text: `(?:${inside})` };
  }

  /** Behind `(?`: takes `:` or `P<name>`, and refuses all else by its name. */
  function named(from: number): void {
    if (reader.take(':')) return;
    if (reader.take('P<')) {
      const name = reader.takeWhile(/[^>)]/);
      if (!reader.take('>') || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
        reader.refuse('This group has no proper name', from, 'Name it as in (?P<name>...).');
      }
      if (names.has(name))
        reader.refuse(`Two groups are named ${name}`, from, 'Give each a name of its own.');
      names.add(name);
      return;
    }
    const found = cannotDo.find(({ begin }) => reader.take(begin));
    if (found) reader.refuse(`${found.what} cannot be used`, from, found.remedy);
    const remedy = 'Write (?:...) for a group, (?P<name>...) for one with a name, or \\( for a parenthesis.';
    reader.refuse(`(?${reader.peek()} means nothing`, from, remedy);
  }

  /** Undefined where the character repeats nothing: a `{` that is no count stands for itself. */
  function readCounts(character: string): { least: number; most: number } | undefined {
    if (character === '*') return { least: 0, most: Infinity };
    if (character === '+') return { least: 1, most: Infinity };
    if (character === '?') return { least: 0, most: 1 };
    if (character !== '{') return undefined;
    const from = reader.at;
    const low = reader.takeWhile(/[0-9]/);
    const hasComma = reader.take(',');
    const high = hasComma ? reader.takeWhile(/[0-9]/) : low;
    if ((low === '' && !hasComma) || !reader.take('}')) {
      reader.moveTo(from);
      return undefined;
    }
    return { least: Number(low), most: high === '' ? Infinity : Number(high) };
  }

  function repeated(item: Item | undefined, counts: { least: number; most: number }, from: number): Item {
    const { least, most } = counts;
    if (item?.kind === 'repeat') {
      reader.refuse(
        'This repeats what is repeated already',
        from,
        'Take one of the two out, or use (?:...).',
      );
    }
    if (item === undefined || item.kind === 'place') {
      return reader.refuse(
        'There is nothing to repeat',
        from,
        'Put a backslash in front, to mean the character itself.',
      );
    }
    if (least > most) reader.refuse('The smaller count comes first', from, 'Turn the two numbers around.');
    if (Math.max(least, most === Infinity ? 0 : most) > mostRepeats) {
      reader.refuse(
        'This count is too large',
        from,
        `Count no further than ${mostRepeats}, or leave the end open.`,
      );
    }
    if (reader.peek() === '+') {
      reader.refuse('Possessive repeats cannot be used', from, 'Take the second + out.');
    }
    // Whether few or many are tried first changes nothing about yes or no.
    reader.take('?');
    return { kind: 'repeat', text: `(?:${item.text})${printCounts(least, most)}` };
  }

  function skipBlank(): boolean {
    if (reader.takeWhile(/[ \t\n\r\v\f]/) !== '') return true;
    if (!reader.take('#')) return false;
    reader.takeWhile(/[^\n]/);
    return true;
  }

  function skipComment(from: number): void {
    reader.takeWhile(/[^)]/);
    if (!reader.take(')')) reader.refuse('This comment is never closed', from, 'Add ) behind it.');
  }

  const text = alternatives(noFlags, 0, 0);
  if (!reader.ended) {
    reader.refuse(') closes nothing', reader.at, 'Take it out, or write \\) for the parenthesis itself.');
  }
  return String.raw`\A(?:${text})`;
}

const lookingRemedy = 'Say what should match instead of what should not, or choose by a prefix or a glob.';
const cannotDo = [
  { begin: '=', what: 'Looking ahead, (?=...),', remedy: lookingRemedy },
  { begin: '!', what: 'Looking ahead, (?!...),', remedy: lookingRemedy },
  { begin: '<=', what: 'Looking behind, (?<=...),', remedy: lookingRemedy },
  { begin: '<!', what: 'Looking behind, (?<!...),', remedy: lookingRemedy },
  { begin: '>', what: 'Atomic groups, (?>...),', remedy: 'Write (?:...) instead.' },
  { begin: '(', what: 'Conditions, (?(1)...),', remedy: 'Write both cases out, with | between them.' },
  {
    begin: 'P=',
    what: 'References back to a group, (?P=name),',
    remedy: 'Spell out what should come again.',
  },
  { begin: '<', what: 'Names written as (?<name>...)', remedy: 'Python writes (?P<name>...).' },
] as const;

function literal(character: string, flags: Flags): Item {
  if (!flags.ignoreCase || !/\p{L}|\p{M}|\p{N}|\p{S}/u.test(character)) {
    return { kind: 'atom', text: quote(character) };
  }
  if (flags.ascii) {
    const other = /[a-z]/.test(character) ? character.toUpperCase() : character.toLowerCase();
    const text = /[A-Za-z]/.test(character) ? `[${character}${other}]` : quote(character);
    return { kind: 'atom', text };
  }
  const point = character.codePointAt(0) ?? 0;
  return { kind: 'atom', text: `(?i:[${printRanges(withDottedI([[point, point]]))}])` };
}

function printCounts(least: number, most: number): string {
  if (most === Infinity) return least < 2 ? (least === 0 ? '*' : '+') : `{${least},}`;
  return `{${least},${most}}`;
}
