/** Names of many exports, from one template with CVAT's words: `{{id}}`, `{{name}}`, `{{index}}` from 1. */

export interface ExportSubject {
  readonly id: number;
  readonly name: string;
  /** From 0. */
  readonly index: number;
}

const ending = '.json';

export function exportNameFrom(template: string, { id, name, index }: ExportSubject): string {
  const filled = template
    .replaceAll(/\{\{\s*id\s*\}\}/g, String(id))
    .replaceAll(/\{\{\s*index\s*\}\}/g, String(index + 1))
    // A slash in a name would make a folder of it.
    .replaceAll(/\{\{\s*name\s*\}\}/g, () => name.replaceAll(/[\\/:*?"<>|]+/g, '-'))
    .trim();
  return filled.toLowerCase().endsWith(ending) ? filled : `${filled}${ending}`;
}

/** What keeps a template from naming `count` exports; undefined where it does. */
export function templateError(template: string, count: number): string | undefined {
  if (template.trim() === '') return 'The exports need names.';
  const unknown = /\{\{(?!\s*(?:id|name|index)\s*\}\})[^}]*\}\}/.exec(template);
  if (unknown) return `${unknown[0]} is not known: {{id}}, {{name}} and {{index}} are.`;
  if (count > 1 && !/\{\{\s*(?:id|index)\s*\}\}/.test(template)) {
    return 'Names must differ: add {{id}} or {{index}}.';
  }
  return undefined;
}
