/** Labels out of whatever was pasted: CVAT's JSON, a Label Studio config, or names with commas. */
import { readCvatLabels, type RawError } from '#core/label-files/cvat/read.ts';
import { readLabelStudioConfig } from '#core/label-files/label-studio/read.ts';
import { isError } from '#core/errors.ts';
import type { Label } from '#core/model/label.ts';
import { printCvatLabels } from '#core/label-files/cvat/write.ts';
import { addLabels } from './label-draft.ts';

export type ReadLabels =
  | { readonly ok: true; readonly labels: readonly Label[]; readonly notices: readonly string[] }
  | { readonly ok: false; readonly errors: readonly RawError[] };

/** Whether the text is written in a form rather than as names. */
export function isWritten(text: string): boolean {
  return /^\s*[[{<]/.test(text);
}

/** CVAT's JSON, or a config where it begins as XML does. */
export function readRawLabels(text: string, saved: readonly Label[]): ReadLabels {
  if (!/^\s*</.test(text)) {
    const read = readCvatLabels(text, saved);
    return read.ok ? { ...read, notices: [] } : read;
  }
  try {
    const { labels, notices } = readLabelStudioConfig(text);
    return { ok: true, labels: adoptLabels(labels, saved), notices };
  } catch (error) {
    if (!isError(error, 'invalid-data')) throw error;
    const [line = 1, column = 1] = error.where.split(':').map(Number);
    const place = Number.isInteger(line) ? { line, column } : { line: 1, column: 1 };
    return { ok: false, errors: [{ ...place, what: error.message.replace(/\.$/, '') }] };
  }
}

/** Labels of another list as they stand in this one: with the numbers of those of the same name, or new ones. */
export function adoptLabels(labels: readonly Label[], saved: readonly Label[]): readonly Label[] {
  const read = readCvatLabels(printCvatLabels(labels, false), saved);
  return read.ok ? read.labels : labels;
}

/** The same, and names where it is neither. */
export function readAnyLabels(text: string): ReadLabels {
  return isWritten(text) ? readRawLabels(text, []) : { ok: true, labels: addLabels([], text), notices: [] };
}
