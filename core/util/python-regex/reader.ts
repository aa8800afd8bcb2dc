/** Reads a pattern one character at a time, and says where something is wrong. */
import { InvalidDataError } from '../../errors.ts';

export class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = Array.from(pattern);
  }

  /** Index of what comes next, in code points. */
  get at(): number {
    return this.#at;
  }

  /** Goes back, or ahead. */
  moveTo(at: number): void {
    this.#at = at;
  }

  get ended(): boolean {
    return this.#at >= this.#characters.length;
  }

  /** The next character, empty at the end; nothing is taken. */
  peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? '';
  }

  next(): string {
    const character = this.peek();
    this.#at++;
    return character;
  }

  /** Takes `text` if it comes next. */
  take(text: string): boolean {
    const all = Array.from(text);
    if (!all.every((character, i) => this.peek(i) === character)) return false;
    this.#at += all.length;
    return true;
  }

  /** Takes characters as long as they match, `most` at the most. */
  takeWhile(matches: RegExp, most = Infinity): string {
    let taken = '';
    for (let count = 0; count < most && !this.ended && matches.test(this.peek()); count++) {
      taken += this.next();
    }
    return taken;
  }

  /** Ends reading: `what` is a sentence without its end, `from` the index where the construct begins. */
  refuse(what: string, from: number, remedy: string): never {
    const column = from + 1;
    throw new InvalidDataError(`${what} (column ${column}).`, {
      where: `column ${column}`,
      remedy: { text: remedy },
    });
  }
}
