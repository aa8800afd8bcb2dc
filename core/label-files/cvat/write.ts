/** Prints labels as CVAT's raw JSON. */
import type { Attribute, Label } from '../../model/label.ts';
import { printSkeletonSvg } from '../skeleton-svg/print.ts';

/** With ids where what is printed comes back to the same list; CVAT drops those that it does not know. */
export function printCvatLabels(labels: readonly Label[], withIds: boolean): string {
  return JSON.stringify(
    labels.map((label) => rawLabel(label, withIds)),
    null,
    2,
  );
}

function rawLabel(label: Label, withIds: boolean): object {
  const { name, color, type, skeleton } = label;
  const raw = {
    ...(withIds ? { id: label.id } : {}),
    name,
    color,
    type,
    attributes: label.attributes.map((attribute) => rawAttribute(attribute, withIds)),
  };
  if (!skeleton) return raw;
  const sublabels = skeleton.nodes.map((node) => ({
    ...(withIds ? { id: node.labelId } : {}),
    name: node.name,
    color: node.color,
    type: 'points',
    attributes: node.attributes.map((attribute) => rawAttribute(attribute, withIds)),
  }));
  return { ...raw, sublabels, svg: printSkeletonSvg(skeleton) };
}

function rawAttribute(attribute: Attribute, withIds: boolean): object {
  return {
    ...(withIds ? { id: attribute.id } : {}),
    name: attribute.name,
    input_type: attribute.inputType,
    mutable: attribute.mutable,
    values: attribute.values,
    default_value: attribute.defaultValue,
  };
}
