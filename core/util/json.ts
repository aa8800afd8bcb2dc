/** Reads JSON from outside: says where it breaks, and bears what Python writes for "no number". */
import { InvalidDataError } from '../errors.ts';

/**
 * Parses JSON. `NaN` and `Infinity`, which Python writes though JSON has neither, become null.
 * @throws InvalidDataError with line and column.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const repaired = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gs, (token) =>
      token.startsWith('"') ? token : 'null'.padEnd(token.length),
    );
    try {
      return JSON.parse(repaired);
    } catch (cause) {
      const offset = findBreak(repaired);
      const before = text.slice(0, offset);
      const line = before.split('\n').length;
      const column = offset - before.lastIndexOf('\n');
      const what =
        offset >= text.trimEnd().length
          ? 'It ends too early'
          : `It breaks at ${JSON.stringify(text.slice(offset, offset + 12))}`;
      throw new InvalidDataError(`The file is not JSON. ${what} in line ${line}, column ${column}.`, {
        where: `${line}:${column}`,
        cause,
      });
    }
  }
}

const token =
  /\s*(?:([{}[\],:])|(true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])|("))/y;

/** Where broken JSON stops being JSON. Engines tell this in different words or not at all. */
function findBreak(text: string): number {
  const inside: ('{' | '[')[] = [];
  /** What may come next. */
  let next: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    if (!match) return start;
    const [, mark, literal] = match;
    const isValue = literal !== undefined || mark === undefined;
    at = token.lastIndex;
    if (mark === undefined && literal === undefined) {
      const end = endOfString(text, at);
      if (end === undefined) return start;
      at = end;
    }
    if (next === ', or end') {
      const top = inside.at(-1);
      if (mark === ',' && top) next = top === '{' ? 'key' : 'value';
      else if ((mark === '}' && top === '{') || (mark === ']' && top === '[')) inside.pop();
      else return start;
    } else if (next === ':') {
      if (mark !== ':') return start;
      next = 'value';
    } else if (next === 'key' || next === 'key or }') {
      if (mark === '}' && next === 'key or }') {
        inside.pop();
        next = ', or end';
      } else if (isValue && literal === undefined) next = ':';
      else return start;
    } else if (mark === '{' || mark === '[') {
      inside.push(mark);
      next = mark === '{' ? 'key or }' : 'value or ]';
    } else if (mark === ']' && next === 'value or ]') {
      inside.pop();
      next = ', or end';
    } else if (isValue) next = ', or end';
    else return start;
  }
}

/** The offset behind the closing quote, undefined where the string is broken. */
function endOfString(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return at + 1;
    if (unit < 32) return undefined;
    if (unit === 92) {
      if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6))) return undefined;
      at++;
    }
  }
  return undefined;
}
