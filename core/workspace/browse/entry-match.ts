/** What one types to find objects: words, or a glob where it has a star or a question mark. */
import { globMatcher } from '../../util/glob.ts';

export function isGlob(find: string): boolean {
  return /[*?]/.test(find);
}

/** The start that every name has which the words or the glob mean; the storage itself looks for it. */
export function literalStart(find: string): string {
  return find.slice(0, /[*?]|$/.exec(find)?.index ?? 0);
}

/** Of names in a folder: those that begin with the words, or fit the glob. */
export function matcherHere(find: string): (name: string) => boolean {
  return isGlob(find) ? globMatcher(find) : (name) => name.startsWith(find);
}

/** Of keys behind a folder: those that hold the words somewhere, in either case, or fit the glob. */
export function matcherBelow(find: string): (path: string) => boolean {
  if (isGlob(find)) return globMatcher(find);
  const wanted = find.toLowerCase();
  return (path) => path.toLowerCase().includes(wanted);
}
