import type { KeyFilter } from '../model/key-filter.ts';
import { globMatcher } from '../util/glob.ts';

/** STUB until the filter module lands. */
export async function compileKeyFilter(
  { pattern }: KeyFilter,
  prefix: string,
): Promise<(key: string) => boolean> {
  const matches = globMatcher(pattern);
  return (key) => matches(key.slice(prefix.length));
}
