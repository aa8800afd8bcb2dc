/** Flags within a pattern: `(?i)` for all of it, `(?i-s:...)` for a part. */
import type { PatternReader } from './reader.ts';

export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
  /** `\d`, `\s`, `\w` and cases are those of ASCII only. */
  readonly ascii: boolean;
}

export const noFlags: Flags = {
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  verbose: false,
  ascii: false,
};

const names: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'verbose',
};

/**
 * Reads on behind `(?`, up to and with `)` or `:`.
 * @param from where the parenthesis stands
 */
export function readFlags(
  reader: PatternReader,
  flags: Flags,
  from: number,
): { readonly flags: Flags; readonly scoped: boolean } {
  const on = reader.takeWhile(/[a-zA-Z]/);
  const hasOff = reader.take('-');
  const off = hasOff ? reader.takeWhile(/[a-zA-Z]/) : '';
  const end = reader.next();
  const unknown = /[^aimsux]/.exec(on)?.[0] ?? /[^imsx]/.exec(off)?.[0];
  if (unknown !== undefined) {
    const remedy = 'Flags are i, m, s, x, a and u; i, m, s and x can be taken off again, as in (?-i:...).';
    reader.refuse(`(?${on}${hasOff ? `-${off}` : ''}... has a flag that cannot stand there`, from, remedy);
  }
  const isBroken = (end !== ')' && end !== ':') || (hasOff && (off === '' || end === ')'));
  if (
    isBroken ||
    (on.includes('a') && on.includes('u')) ||
    Array.from(on).some((flag) => off.includes(flag))
  ) {
    const remedy = 'Write flags as (?i) at the start, or (?i:...) around what they are for.';
    reader.refuse('These flags are not written as Python has them', from, remedy);
  }
  const changed = { ...flags };
  for (const letter of on) {
    const name = names[letter];
    if (name) changed[name] = true;
    else changed.ascii = letter === 'a';
  }
  for (const letter of off) {
    const name = names[letter];
    if (name) changed[name] = false;
  }
  return { flags: changed, scoped: end === ':' };
}
