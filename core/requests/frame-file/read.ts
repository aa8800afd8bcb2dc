/** Reads a frame's file back. */
import * as v from 'valibot';
import { InvalidDataError } from '../../errors.ts';
import type { Label } from '../../model/label.ts';
import type { Shape } from '../../model/shape.ts';
import { parseJson } from '../../util/json.ts';
import { frameFileSchema, type OwnPart } from './frame-file.ts';

/** @throws InvalidDataError where the text is no frame file. */
export function readFrameFile(text: string, where: string): OwnPart {
  const read = v.safeParse(frameFileSchema, parseJson(text));
  if (read.success) return read.output.bucketmark;
  throw new InvalidDataError(`"${where}" is no file of a frame that Bucketmark wrote.`, { where });
}

/** The shapes with their numbers in this task; those whose label it does not have are named in `unknown`. */
export function toShapes(
  own: OwnPart,
  labels: readonly Label[],
): { readonly shapes: readonly Shape[]; readonly unknown: readonly string[] } {
  const labelOf = new Map(labels.map((label) => [label.name, label]));
  const unknown = new Set<string>();
  const shapes = own.shapes.flatMap(({ label: name, attributes: named, ...shape }): Shape[] => {
    const label = labelOf.get(name);
    if (!label) {
      unknown.add(name);
      return [];
    }
    const attributes = Object.fromEntries(
      label.attributes.flatMap(({ id, name: attribute }) => {
        const value = named[attribute];
        return value === undefined ? [] : [[id, value]];
      }),
    );
    return [{ ...shape, labelId: label.id, attributes }];
  });
  return { shapes, unknown: [...unknown] };
}
