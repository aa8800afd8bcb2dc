/** The search box: words that must all be found, each in any of the searched fields, whatever their case. */
import { fields } from './fields.ts';
import type { ListRecord } from './evaluate.ts';
import type { Resource } from './list-query.ts';

/** Words as they are looked for; divided by spaces and commas, as CVAT does. */
export function searchWords(search: string): string[] {
  return search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

/** What is looked through for an id: "#12" is found by "12" and by "#12". */
function idText(id: number): string {
  return `#${id}`;
}

/** True where every word is found. */
export function isFound(resource: Resource, words: readonly string[], record: ListRecord): boolean {
  if (words.length === 0) return true;
  const texts = fields[resource].flatMap(({ name, searched }) => (searched ? textsOf(record[name]) : []));
  return words.every((word) => texts.some((text) => text.includes(word)));
}

function textsOf(value: ListRecord[string]): string[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [idText(value)];
  return typeof value === 'string' ? [value.toLowerCase()] : value.map((each) => each.toLowerCase());
}
