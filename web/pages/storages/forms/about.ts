/** What a storage is said to be, for every provider alike: its description and its manifests. No screen in here. */
import { type ValueErrors, type Values, valueOf } from './form.ts';

/** One a line. */
export function manifestsOf(values: Values): string[] {
  const lines = (values['manifests'] ?? '').split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function aboutErrors(values: Values): ValueErrors {
  const wrong = manifestsOf(values).find((path) => !path.endsWith('.jsonl') || path.startsWith('/'));
  return {
    ...(wrong === undefined
      ? {}
      : { manifests: `A path ends in .jsonl and begins without a slash: ${wrong}` }),
    ...(valueOf(values, 'name').length > 63
      ? { name: `${valueOf(values, 'name').length - 63} characters too many: 63 at most` }
      : {}),
  };
}

/** Said at the field, once the storage was asked. */
export function missingWords(missing: readonly string[]): string {
  return missing.length === 1 ? `${missing[0]} is not there.` : `Not there: ${missing.join(', ')}`;
}
