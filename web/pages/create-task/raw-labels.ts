/** Labels as CVAT's raw JSON: printed, and read with the line of everything that is wrong. */
import * as v from 'valibot';
import { inputTypes, type Label, labelTypes } from '#core/model/label.ts';
import { nextColor } from './label-palette.ts';

export interface RawError {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

export type RawResult =
  | { readonly ok: true; readonly labels: Label[] }
  | { readonly ok: false; readonly errors: RawError[] };

const nameSchema = v.pipe(
  v.string('the name is no text'),
  v.trim(),
  v.minLength(1, 'the name is empty'),
  v.maxLength(64, 'the name is longer than 64 characters'),
);
const rawSchema = v.array(
  v.object(
    {
      name: nameSchema,
      color: v.optional(v.pipe(v.string(), v.regex(/^$|^#[0-9a-f]{6}$/i, 'a colour is written as #2f80ff'))),
      type: v.optional(v.picklist(labelTypes, `the type is one of ${labelTypes.join(', ')}`), 'any'),
      attributes: v.optional(
        v.array(
          v.object({
            name: nameSchema,
            input_type: v.picklist(inputTypes, `input_type is one of ${inputTypes.join(', ')}`),
            mutable: v.optional(v.boolean('mutable is true or false'), false),
            values: v.optional(v.array(v.string('values are texts'), 'values are a list of texts'), []),
            default_value: v.optional(v.string('default_value is a text'), ''),
          }),
          'attributes are a list',
        ),
        [],
      ),
    },
    'a label is an object with a name',
  ),
  'labels are a list: it begins with [',
);

export function printLabels(labels: readonly Label[]): string {
  const raw = labels.map((label) => ({
    name: label.name,
    color: label.color,
    type: label.type,
    attributes: label.attributes.map((attribute) => ({
      name: attribute.name,
      input_type: attribute.inputType,
      mutable: attribute.mutable,
      values: attribute.values,
      default_value: attribute.defaultValue,
    })),
  }));
  return JSON.stringify(raw, null, 2);
}

/** Reads raw labels; ids are given anew, missing colours are chosen. */
export function parseLabels(text: string): RawResult {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { ok: false, errors: [syntaxError(text, error)] };
  }
  const result = v.safeParse(rawSchema, data);
  const starts = elementStarts(text);
  if (!result.success) {
    const errors = result.issues.map((issue) => {
      const last = issue.path?.at(-1)?.key;
      const isMissing = issue.kind === 'schema' && issue.received === 'undefined' && issue.type === 'object';
      const said = isMissing && typeof last === 'string' ? `${last} is missing` : issue.message;
      const [label, , attribute] = issue.path ?? [];
      const index = typeof label?.key === 'number' ? label.key : undefined;
      const inAttribute = typeof attribute?.key === 'number' ? `attribute ${attribute.key + 1}: ` : '';
      const where = index === undefined ? '' : `Label ${index + 1}: `;
      return { ...place(text, starts[index ?? -1] ?? 0), what: `${where}${inAttribute}${said}` };
    });
    return { ok: false, errors };
  }
  const twice = result.output.findIndex((label, index) =>
    result.output.slice(0, index).some((earlier) => earlier.name === label.name),
  );
  if (twice >= 0) {
    const what = `Label ${twice + 1}: “${result.output[twice]?.name}” is there twice`;
    return { ok: false, errors: [{ ...place(text, starts[twice] ?? 0), what }] };
  }
  return { ok: true, labels: toLabels(result.output) };
}

function toLabels(raw: v.InferOutput<typeof rawSchema>): Label[] {
  const used = raw.flatMap((label) => (label.color ? [label.color] : []));
  let nextAttributeId = 1;
  return raw.map((label, index) => {
    const color = label.color || nextColor(used);
    used.push(color);
    return {
      id: index + 1,
      name: label.name,
      color,
      type: label.type,
      attributes: label.attributes.map((attribute) => {
        const id = nextAttributeId;
        nextAttributeId += 1;
        return {
          id,
          name: attribute.name,
          inputType: attribute.input_type,
          mutable: attribute.mutable,
          values: attribute.values,
          defaultValue: attribute.default_value || (attribute.values[0] ?? ''),
        };
      }),
    };
  });
}

function syntaxError(text: string, error: unknown): RawError {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  // At the end of the text, or in browsers that give no position, the last character is where to look.
  const at = position === undefined ? text.length : Number(position);
  const what = text.trim() === '' ? 'Nothing is written yet' : 'This is not JSON here';
  return { ...place(text, at), what };
}

function place(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where each object of the outermost list begins, in text that is known to be JSON. */
function elementStarts(text: string): number[] {
  const starts: number[] = [];
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') {
      inString = true;
    } else if (letter === '[' || letter === '{') {
      if (depth === 1) starts.push(index);
      depth += 1;
    } else if (letter === ']' || letter === '}') {
      depth -= 1;
    }
  }
  return starts;
}
