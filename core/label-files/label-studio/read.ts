/** Takes labels out of a Label Studio labeling config; what has no counterpart is told, never dropped in silence. */
import { InvalidDataError } from '../../errors.ts';
import type { Attribute, Label, LabelType } from '../../model/label.ts';
import { nextColor } from '../../model/label-palette.ts';
import { hexOfCssColor } from '../../util/css-colors.ts';
import { parseXml, type XmlElement } from '../../util/xml-tree.ts';
import { attributesOfControl, isValueControl } from './controls.ts';

export interface ConfigLabels {
  readonly labels: readonly Label[];
  /** What was not taken, in words for a person. */
  readonly notices: readonly string[];
}

/** Label tags that say which shape they are for. */
const shapeOfLabels = new Map<string, LabelType>([
  ['RectangleLabels', 'rectangle'],
  ['PolygonLabels', 'polygon'],
  ['BrushLabels', 'mask'],
  ['BitmaskLabels', 'mask'],
  ['KeyPointLabels', 'points'],
  ['EllipseLabels', 'ellipse'],
  ['VectorLabels', 'polyline'],
]);
/** Tags that draw with the labels of a plain `Labels` beside them. */
const shapeOfTool = new Map<string, LabelType>([
  ['Rectangle', 'rectangle'],
  ['VideoRectangle', 'rectangle'],
  ['Polygon', 'polygon'],
  ['Brush', 'mask'],
  ['Bitmask', 'mask'],
  ['KeyPoint', 'points'],
  ['Ellipse', 'ellipse'],
  ['Vector', 'polyline'],
]);
/** Labels of spans and stretches: nothing like that is drawn on frames. */
const spanLabels = new Set([
  'HyperTextLabels',
  'ParagraphLabels',
  'TimeSeriesLabels',
  'TimelineLabels',
  'Relations',
  'Ranker',
  'Pairwise',
]);
/** What labels can hang on. */
const pictures = new Set(['Image', 'Video', 'ImageView']);

type RawAttribute = Omit<Attribute, 'id'>;

interface Found {
  readonly name: string;
  readonly color: string | undefined;
  type: LabelType;
  readonly toName: string | undefined;
  readonly attributes: RawAttribute[];
}

/** @throws InvalidDataError where it is no such config, or names no label. */
export function readLabelStudioConfig(xml: string): ConfigLabels {
  const elements = flatten(parseXml(xml));
  const notices: string[] = [];
  const found = [...regionLabels(elements, notices), ...frameLabels(elements)];
  addRegionAttributes(elements, found, notices);
  const labels = united(found);
  if (labels.length > 0) return { labels: numbered(labels), notices };
  throw new InvalidDataError('This config names no labels that can be drawn on frames.', {
    where: 'config',
    remedy: { text: notices.join(' ') || 'It needs a tag as RectangleLabels with a Label in it.' },
  });
}

function flatten(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((element) => [element, ...flatten(element.children)]);
}

function regionLabels(elements: readonly XmlElement[], notices: string[]): Found[] {
  return elements.flatMap((element) => {
    const { name, attributes } = element;
    if (spanLabels.has(name)) notices.push(`${name} are not drawn on frames: left out.`);
    const type = name === 'Labels' ? typeOfPlain(element, elements) : shapeOfLabels.get(name);
    if (name === 'Labels' && type === undefined) {
      notices.push(`Labels “${attributes.get('name') ?? ''}” are for text or sound: left out.`);
    }
    if (type === undefined) return [];
    const labels = flatten(element.children).filter((child) => child.name === 'Label');
    const dynamic = attributes.get('value');
    if (dynamic?.startsWith('$'))
      notices.push(`${name} also takes labels from ${dynamic} of each task: add them by hand.`);
    return labels.flatMap((label): Found[] => {
      const value = label.attributes.get('value')?.trim() ?? '';
      if (value === '') return [];
      const color = hexOfCssColor(label.attributes.get('background') ?? '');
      return [{ name: value.slice(0, 64), color, type, toName: attributes.get('toName'), attributes: [] }];
    });
  });
}

/** By the tools that draw on the same picture: `any` where there are several, nothing where it is no picture. */
function typeOfPlain(element: XmlElement, elements: readonly XmlElement[]): LabelType | undefined {
  const toName = element.attributes.get('toName');
  const tools = elements.flatMap(({ name, attributes }) =>
    attributes.get('toName') === toName ? (shapeOfTool.get(name) ?? []) : [],
  );
  const kinds = new Set(tools);
  if (kinds.size > 0) return kinds.size === 1 ? tools[0] : 'any';
  const shown = elements.find(
    ({ attributes, name }) => attributes.get('name') === toName && name !== 'Labels',
  );
  return shown && pictures.has(shown.name) ? 'any' : undefined;
}

/** What is said of a whole frame becomes a tag, its values attributes. */
function frameLabels(elements: readonly XmlElement[]): Found[] {
  return elements.flatMap((element): Found[] => {
    if (!isValueControl(element) || isPerRegion(element)) return [];
    const name = element.attributes.get('name')?.trim().slice(0, 64) || element.name;
    const attributes = attributesOfControl(element);
    return attributes.length === 0
      ? []
      : [{ name, color: undefined, type: 'tag', toName: undefined, attributes: [...attributes] }];
  });
}

function addRegionAttributes(
  elements: readonly XmlElement[],
  found: readonly Found[],
  notices: string[],
): void {
  for (const element of elements) {
    if (!isValueControl(element) || !isPerRegion(element)) continue;
    const toName = element.attributes.get('toName');
    const only = element.attributes
      .get('whenLabelValue')
      ?.split(',')
      .map((name) => name.trim());
    const labels = found.filter((label) => label.toName === toName && (only?.includes(label.name) ?? true));
    const attributes = attributesOfControl(element);
    for (const label of labels) {
      for (const attribute of attributes) {
        if (!label.attributes.some(({ name }) => name === attribute.name)) label.attributes.push(attribute);
      }
    }
    if (labels.length === 0) {
      notices.push(`${element.name} “${element.attributes.get('name') ?? ''}” hangs on no label: left out.`);
    }
  }
}

function isPerRegion({ attributes }: XmlElement): boolean {
  return attributes.get('perRegion')?.toLowerCase() === 'true' || attributes.has('whenLabelValue');
}

/** A name stands once: what several tags draw can be drawn as any shape. */
function united(found: readonly Found[]): Found[] {
  const byName = new Map<string, Found>();
  for (const label of found) {
    const before = byName.get(label.name);
    if (!before) byName.set(label.name, { ...label, attributes: [...label.attributes] });
    else {
      if (before.type !== label.type) before.type = 'any';
      const fresh = label.attributes.filter(
        ({ name }) => !before.attributes.some((each) => each.name === name),
      );
      before.attributes.push(...fresh);
    }
  }
  return [...byName.values()];
}

function numbered(found: readonly Found[]): Label[] {
  const used = found.flatMap(({ color }) => color ?? []);
  let attributeId = 0;
  return found.map(({ name, color, type, attributes }, index) => {
    const chosen = color ?? nextColor(used);
    if (color === undefined) used.push(chosen);
    const own = attributes.map((attribute) => {
      attributeId += 1;
      return { ...attribute, id: attributeId };
    });
    return { id: index + 1, name, color: chosen, type, attributes: own };
  });
}
