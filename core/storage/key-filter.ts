/** Runs a source's filter over keys. */
import { InvalidDataError, isError } from '../errors.ts';
import type { KeyFilter } from '../model/key-filter.ts';
import { globMatcher } from '../util/glob.ts';

/**
 * A test for whole keys. RE2, which runs in time linear in the key, is loaded only for a regular expression.
 * @throws InvalidDataError where the expression cannot be used; `where` is its column
 */
export async function compileKeyFilter(
  { kind, pattern }: KeyFilter,
  prefix: string,
): Promise<(key: string) => boolean> {
  if (pattern === '') return () => true;
  if (kind === 'glob') {
    const matches = globMatcher(pattern);
    return (key) => matches(key.slice(prefix.length));
  }
  const [{ RE2JS }, { translatePythonRegex }] = await Promise.all([
    import('re2js'),
    import('../util/python-regex/translate.ts'),
  ]);
  try {
    const compiled = RE2JS.compile(translatePythonRegex(pattern));
    return (key) => compiled.test(key);
  } catch (cause) {
    if (isError(cause, 'invalid-data')) throw cause;
    throw new InvalidDataError('This regular expression is too large to run.', {
      where: 'column 1',
      cause,
      remedy: { text: 'Use smaller counts in {...}, above all where they stand in each other.' },
    });
  }
}

/**
 * Label Studio's own example says "or" between patterns, which then looks for that word.
 * The pattern as it was meant, with `|`; undefined where there is no such word.
 */
export function proposeAlternation(pattern: string): string | undefined {
  const proposed = pattern.replace(/(?<=\S)\s+or\s+(?=\S)/giu, '|');
  return proposed === pattern ? undefined : proposed;
}
