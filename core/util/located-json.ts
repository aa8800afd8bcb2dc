/** Reads JSON that a person writes: bears commas before a closing bracket, and knows where each value stands. */

interface JsonBreak {
  /** Into the text. */
  readonly offset: number;
  /** As "a value is missing". */
  readonly what: string;
}

export type LocatedJson =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Where the value at a path begins; where the path leads nowhere, the innermost that is there. */
      readonly offsetOf: (path: readonly (string | number)[]) => number;
    }
  | { readonly ok: false; readonly error: JsonBreak };

interface Place {
  readonly offset: number;
  readonly inner?: ReadonlyMap<string | number, Place>;
}

interface Read {
  readonly value: unknown;
  readonly place: Place;
}

/** Deeper than anything a person writes; keeps the stack whole. */
const deepest = 100;

class Broken extends Error {
  readonly offset: number;

  constructor(offset: number, what: string) {
    super(what);
    this.offset = offset;
  }
}

export function parseLocatedJson(text: string): LocatedJson {
  try {
    const reader = new Reader(text);
    const { value, place } = reader.document();
    return { ok: true, value, offsetOf: (path) => offsetIn(place, path) };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, error: { offset: error.offset, what: error.message } };
    throw error;
  }
}

/** Line and column, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function offsetIn(place: Place, path: readonly (string | number)[]): number {
  let at = place;
  for (const step of path) {
    const next = at.inner?.get(step);
    if (!next) break;
    at = next;
  }
  return at.offset;
}

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const string = /"(?:[^"\\]|\\.)*"/sy;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Read {
    const read = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw new Broken(this.#at, 'something stands behind the end');
    return read;
  }

  #space(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? '-')) this.#at += 1;
  }

  /** The next letter that is no space. */
  #next(): string | undefined {
    this.#space();
    return this.#text[this.#at];
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #value(depth: number): Read {
    const first = this.#next();
    if (depth > deepest) throw new Broken(this.#at, 'this is nested too deeply');
    if (first === '[') return this.#list(depth);
    if (first === '{') return this.#object(depth);
    const offset = this.#at;
    if (first === '"') return { value: this.#string(), place: { offset } };
    const found = this.#match(literal);
    if (found !== undefined) return { value: JSON.parse(found), place: { offset } };
    throw new Broken(offset, first === undefined ? 'it ends too early' : 'this is no value');
  }

  #string(): string {
    const offset = this.#at;
    const found = this.#match(string);
    if (found === undefined) throw new Broken(offset, 'this text does not end');
    try {
      return String(JSON.parse(found));
    } catch {
      throw new Broken(offset, 'this text has a letter that must be written with a backslash');
    }
  }

  #list(depth: number): Read {
    const offset = this.#at;
    const value: unknown[] = [];
    const inner = new Map<number, Place>();
    this.#at += 1;
    while (this.#next() !== ']') {
      const read = this.#value(depth + 1);
      inner.set(value.length, read.place);
      value.push(read.value);
      this.#comma(']');
    }
    this.#at += 1;
    return { value, place: { offset, inner } };
  }

  #object(depth: number): Read {
    const offset = this.#at;
    const entries: [string, unknown][] = [];
    const inner = new Map<string, Place>();
    this.#at += 1;
    while (this.#next() !== '}') {
      if (this.#text[this.#at] !== '"') throw new Broken(this.#at, 'a name in "quotes" is expected');
      const key = this.#string();
      if (this.#next() !== ':') throw new Broken(this.#at, 'a colon is expected');
      this.#at += 1;
      const read = this.#value(depth + 1);
      entries.push([key, read.value]);
      inner.set(key, read.place);
      this.#comma('}');
    }
    this.#at += 1;
    return { value: Object.fromEntries(entries), place: { offset, inner } };
  }

  /** Passes a comma; one before the closing bracket is borne. */
  #comma(close: string): void {
    const next = this.#next();
    if (next === ',') this.#at += 1;
    else if (next !== close) {
      const what = next === undefined ? 'it ends too early' : `a comma or ${close} is expected`;
      throw new Broken(this.#at, what);
    }
  }
}
