/** Reads CVAT's drawing of a skeleton: circles are nodes, lines are edges. Nothing else of the SVG is taken. */
import * as v from 'valibot';
import { InvalidDataError } from '../../errors.ts';
import { parseXml, type XmlElement } from '../../util/xml-tree.ts';

export interface DrawnNode {
  readonly id: number;
  /** In a square of 100 by 100. */
  readonly x: number;
  readonly y: number;
  /** What its sublabel is called or numbered; a drawing says one of them. */
  readonly labelName: string | undefined;
  readonly labelId: number | undefined;
}

export interface DrawnSkeleton {
  readonly nodes: readonly DrawnNode[];
  /** Each once, whichever way round. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

const place = v.pipe(
  v.string('a place is missing'),
  v.regex(/^\s*-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i, 'a place is a number'),
  v.transform(Number),
  v.minValue(0, 'a place is between 0 and 100'),
  v.maxValue(100, 'a place is between 0 and 100'),
);
const number = v.pipe(
  v.string('a number is missing'),
  v.regex(/^\d{1,9}$/, 'an id is a whole number'),
  v.transform(Number),
);
const nodeSchema = v.object({
  'data-element-id': v.optional(number),
  'data-node-id': v.optional(number),
  cx: place,
  cy: place,
  'data-label-name': v.optional(v.pipe(v.string(), v.maxLength(64, 'a name has at most 64 characters'))),
  'data-label-id': v.optional(number),
});
const edgeSchema = v.object({ 'data-node-from': number, 'data-node-to': number });

const mostNodes = 1000;

/** @throws InvalidDataError where it is no skeleton, with what is wrong. */
export function parseSkeletonSvg(svg: string): DrawnSkeleton {
  const elements = flatten(parseXml(svg));
  const nodes = elements.filter(isNode).map(readNode);
  if (nodes.length === 0) throw wrong('No circle in it is marked as a node (data-type="element node").');
  if (nodes.length > mostNodes) throw wrong('It has more than 1,000 nodes.');
  const ids = new Set(nodes.map(({ id }) => id));
  if (ids.size < nodes.length) throw wrong('Two of its nodes have the same data-node-id.');
  const edges = new Map<string, readonly [number, number]>();
  for (const element of elements.filter(isEdge)) {
    const { 'data-node-from': from, 'data-node-to': to } = read(edgeSchema, element);
    const stray = [from, to].find((id) => !ids.has(id));
    if (stray !== undefined) throw wrong(`A line leads to node ${stray}, which is not there.`);
    if (from === to) throw wrong(`A line leads from node ${from} to itself.`);
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    if (!edges.has(key)) edges.set(key, [from, to]);
  }
  return { nodes, edges: [...edges.values()] };
}

function flatten(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((element) => [element, ...flatten(element.children)]);
}

function isNode({ name, attributes }: XmlElement): boolean {
  return name === 'circle' && attributes.get('data-type') === 'element node';
}

function isEdge({ name, attributes }: XmlElement): boolean {
  return name === 'line' && attributes.get('data-type') === 'edge';
}

function readNode(element: XmlElement): DrawnNode {
  const found = read(nodeSchema, element);
  const id = found['data-node-id'] ?? found['data-element-id'];
  if (id === undefined || id === 0) throw wrong('A node has no data-node-id from 1 on.');
  return {
    id,
    x: found.cx,
    y: found.cy,
    labelName: found['data-label-name'],
    labelId: found['data-label-id'],
  };
}

function read<Schema extends v.GenericSchema>(schema: Schema, element: XmlElement): v.InferOutput<Schema> {
  const result = v.safeParse(schema, Object.fromEntries(element.attributes));
  if (result.success) return result.output;
  const issue = result.issues[0];
  const name = v.getDotPath(issue) ?? '';
  const what = issue.received === 'undefined' ? 'it is missing' : issue.message;
  throw wrong(`<${element.name}> ${name}: ${what}.`);
}

function wrong(what: string): InvalidDataError {
  return new InvalidDataError(`The drawing cannot be taken as a skeleton. ${what}`, { where: 'svg' });
}
