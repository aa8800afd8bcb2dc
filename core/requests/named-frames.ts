/** Frames by the names that each job is to have: they say the order too. */
import { InvalidDataError } from '../errors.ts';
import type { NewFrame } from '../model/frame.ts';
import { plural } from '../util/numbers.ts';

/** Names that an error tells. */
const mostTold = 5;

export class NamedFrames {
  readonly #places: ReadonlyMap<string, number>;
  readonly #found: (NewFrame | undefined)[];
  readonly #twice = new Set<string>();

  constructor(jobFiles: readonly (readonly string[])[]) {
    const names = jobFiles.flat();
    this.#places = new Map(names.map((name, index) => [name, index]));
    this.#found = names.map(() => undefined);
    if (this.#places.size < names.length) {
      throw problem(
        'are in two jobs, or twice in one',
        names.filter((name, index) => this.#places.get(name) !== index),
      );
    }
  }

  /** Takes those that are named, by the whole key or by `nameOf`. Gives the others. */
  take(frames: readonly NewFrame[], nameOf: (frame: NewFrame) => string): NewFrame[] {
    return frames.filter((frame) => {
      const name = nameOf(frame);
      const place = this.#places.get(name) ?? this.#places.get(frame.key);
      if (place === undefined) return true;
      if (this.#found[place]) this.#twice.add(name);
      this.#found[place] = frame;
      return false;
    });
  }

  /** All of them, in their order. Throws where a name was not found, or names two. */
  all(): NewFrame[] {
    const missing = [...this.#places].flatMap(([name, place]) => (this.#found[place] ? [] : [name]));
    if (missing.length > 0) throw problem('were not found', missing);
    if (this.#twice.size > 0) throw problem('name several objects each', [...this.#twice]);
    return this.#found.filter((frame) => frame !== undefined);
  }
}

function problem(what: string, names: readonly string[]): InvalidDataError {
  const told = names.slice(0, mostTold).map((name) => `"${name}"`);
  const rest = names.length > mostTold ? ', …' : '';
  return new InvalidDataError(`${plural(names.length, 'file')} of the jobs ${what}.`, {
    where: `${told.join(', ')}${rest}`,
    remedy: { text: 'Each frame is named once, by its key behind the storage’s prefix.' },
  });
}
