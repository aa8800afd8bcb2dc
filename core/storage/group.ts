/** Listing for stores that hold all keys at once. */

/** Sorted objects with those behind a delimiter replaced by their common prefix. `from` is the prefix' length. */
export function groupByDelimiter<T extends { readonly key: string }>(
  objects: readonly T[],
  from: number,
  delimiter: string,
): (T | string)[] {
  if (delimiter === '') return [...objects];
  const entries: (T | string)[] = [];
  for (const object of objects) {
    const end = object.key.indexOf(delimiter, from);
    const entry = end < 0 ? object : object.key.slice(0, end + delimiter.length);
    if (entry !== entries.at(-1)) entries.push(entry);
  }
  return entries;
}
