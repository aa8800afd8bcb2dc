/** The search that was perhaps meant: a word of the data that is spelt almost like one that found nothing. */
import { fields } from '#core/query/fields.ts';
import type { ListQuery, ListScope, Resource } from '#core/query/list-query.ts';
import { searchWords } from '#core/query/search.ts';
import type { Workspace } from '#core/workspace/workspace.ts';

/** Values of a field that are looked through; the commonest come first. */
const mostValues = 2000;

export async function nearestSearch(
  workspace: Workspace,
  resource: Resource,
  query: ListQuery,
  scope: ListScope,
): Promise<{ readonly search: string; readonly count: number } | undefined> {
  const known = new Set<string>();
  for (const { name, type, searched } of fields[resource]) {
    if (!searched || type === 'number' || type === 'choice') continue;
    const values = await workspace.lists.values(resource, name, '', scope);
    for (const value of values.slice(0, mostValues)) for (const word of searchWords(value)) known.add(word);
  }
  const meant = searchWords(query.search).map((word) => nearestWord(word, known) ?? word);
  const search = meant.join(' ');
  if (search === searchWords(query.search).join(' ')) return undefined;
  const { matching } = await workspace.lists.ask(resource, { ...query, search, page: 1, pageSize: 1 }, scope);
  return matching === 0 ? undefined : { search, count: matching };
}

/** At most two letters away, and no more than a third of the word; undefined where none is so near. */
export function nearestWord(word: string, known: ReadonlySet<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  const limit = Math.min(2, Math.floor(word.length / 3));
  for (const other of known) {
    if (other.includes(word)) return word;
    if (Math.abs(other.length - word.length) > limit) continue;
    const distance = distanceOf(word, other);
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { word: other, distance };
  }
  return best?.word;
}

/** Letters to insert, remove, replace, or swap with their neighbour (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      line.push(Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, replace, swap));
    }
    before = last;
    last = line;
  }
  return last.at(-1) ?? 0;
}
