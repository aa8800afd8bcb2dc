/** What an attribute may be: CVAT's rules for values and defaults. */
import type { Attribute } from './label.ts';

/** CVAT's value for "not said yet"; shown as blank. */
export const undefinedValue = '__undefined__';

const longestName = 64;
const longestValue = 200;
/** Of all values together, with a line break between them. */
const longestValues = 4096;
const longestDefault = 128;

/** What is wrong, by where one mends it. */
export interface AttributeProblems {
  readonly name?: string;
  readonly values?: string;
  readonly defaultValue?: string;
}

export function attributeProblems(attribute: Omit<Attribute, 'id'>): AttributeProblems {
  const name = nameProblem(attribute.name);
  const values = valuesProblem(attribute);
  const defaultValue = values === undefined ? defaultProblem(attribute) : undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(values === undefined ? {} : { values }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

/** True for a value that an object may have. */
function takesValue({ inputType, values }: Pick<Attribute, 'inputType' | 'values'>, value: string): boolean {
  switch (inputType) {
    case 'select':
    case 'radio':
      return values.includes(value);
    case 'checkbox':
      return value === 'true' || value === 'false';
    case 'number': {
      const [min = Number.NaN, max = Number.NaN] = values.map(Number);
      return value.trim() !== '' && min <= Number(value) && Number(value) <= max;
    }
    case 'text':
      return value.length <= longestValues;
  }
}

function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Give it a name.';
  return name.length > longestName ? `At most ${longestName} characters.` : undefined;
}

function valuesProblem({ inputType, values }: Omit<Attribute, 'id'>): string | undefined {
  if (inputType === 'number') {
    const [min = Number.NaN, max = Number.NaN, step = Number.NaN] = values.map((value) =>
      value.trim() === '' ? Number.NaN : Number(value),
    );
    const fits = values.length === 3 && min < max && step > 0 && step <= max - min;
    return fits && Number.isFinite(max - min) ? undefined : 'Three numbers: min; max; step.';
  }
  if (inputType !== 'select' && inputType !== 'radio') return undefined;
  if (values.length === 0) return 'At least one value.';
  if (values.some((value) => value.trim() === '')) return 'A value is empty.';
  if (new Set(values).size < values.length) return 'A value is there twice.';
  if (values.some((value) => value.length > longestValue))
    return `A value has at most ${longestValue} characters.`;
  return values.join('\n').length > longestValues
    ? 'Together the values have at most 4,096 characters.'
    : undefined;
}

function defaultProblem(attribute: Omit<Attribute, 'id'>): string | undefined {
  if (attribute.defaultValue.length > longestDefault) return `At most ${longestDefault} characters.`;
  if (takesValue(attribute, attribute.defaultValue)) return undefined;
  return attribute.inputType === 'number' ? 'A number in the range.' : 'One of the values.';
}
