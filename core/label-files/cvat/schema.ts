/** CVAT's raw label spec as it stands in JSON. */
import * as v from 'valibot';
import { inputTypes, labelTypes } from '../../model/label.ts';
import type { DrawnNode } from '../skeleton-svg/parse.ts';

const nameSchema = v.pipe(
  v.string('the name is no text'),
  v.trim(),
  v.minLength(1, 'the name is empty'),
  v.maxLength(64, 'the name is longer than 64 characters'),
);
const idSchema = v.pipe(v.number('an id is a number'), v.integer('an id is a whole number'));
/** Hand-written specs leave out the quotes. */
const valueSchema = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], 'values are texts'),
  v.transform(String),
);
const colorSchema = v.pipe(
  v.string('a colour is written as #2f80ff'),
  v.regex(/^$|^#[0-9a-f]{6}$/i, 'a colour is written as #2f80ff'),
  v.toLowerCase(),
);

const attributeSchema = v.object(
  {
    id: v.optional(idSchema),
    name: nameSchema,
    input_type: v.picklist(inputTypes, `input_type is one of ${inputTypes.join(', ')}`),
    mutable: v.optional(v.boolean('mutable is true or false'), false),
    values: v.optional(v.array(valueSchema, 'values are a list of texts'), []),
    default_value: v.optional(valueSchema),
  },
  'an attribute is an object with a name',
);
const attributesSchema = v.optional(v.array(attributeSchema, 'attributes are a list'), []);

const types = [...labelTypes, 'bbox'] as const;
/** Older exports say `bbox` for what CVAT calls a rectangle now. */
const typeSchema = v.pipe(
  v.optional(v.picklist(types, `the type is one of ${labelTypes.join(', ')}`), 'any'),
  v.transform((type) => (type === 'bbox' ? 'rectangle' : type)),
);

const sublabelSchema = v.object(
  {
    id: v.optional(idSchema),
    name: nameSchema,
    color: v.optional(colorSchema),
    attributes: attributesSchema,
  },
  'a sublabel is an object with a name',
);

const labelSchema = v.object(
  {
    id: v.optional(idSchema),
    name: nameSchema,
    color: v.optional(colorSchema),
    type: typeSchema,
    attributes: attributesSchema,
    sublabels: v.optional(v.array(sublabelSchema, 'sublabels are a list'), []),
    svg: v.optional(v.string('svg is a text'), ''),
    deleted: v.optional(v.boolean('deleted is true or false'), false),
  },
  'a label is an object with a name',
);

export const rawLabelsSchema = v.array(labelSchema, 'labels are a list: it begins with [');

export type RawAttribute = v.InferOutput<typeof attributeSchema>;
export type RawLabel = v.InferOutput<typeof labelSchema>;

/** CVAT takes the first value where no default is said. */
export function defaultOf({ default_value, values, input_type }: RawAttribute): string {
  if (default_value !== undefined && default_value !== '') return default_value;
  return values[0] ?? (input_type === 'checkbox' ? 'false' : '');
}

/** Which sublabel a node is: by name, else by id. */
export function sublabelOf(
  { sublabels }: Pick<RawLabel, 'sublabels'>,
  node: DrawnNode,
): RawLabel['sublabels'][number] | undefined {
  return sublabels.find((each) =>
    node.labelName === undefined
      ? each.id !== undefined && each.id === node.labelId
      : each.name === node.labelName,
  );
}
