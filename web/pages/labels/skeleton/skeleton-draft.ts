/** A skeleton while it is set up: plain changes, each of which leaves one that stands. No screen in here. */
import type { DrawnSkeleton } from '#core/label-files/skeleton-svg/parse.ts';
import { nextColor } from '#core/model/label-palette.ts';
import type { Skeleton, SkeletonNode } from '#core/model/label.ts';

export interface Place {
  /** In a square of 100 by 100. */
  readonly x: number;
  readonly y: number;
}

/** Into the square, to hundredths: finer than a hand, and short as text. */
function inSquare({ x, y }: Place): Place {
  const within = (value: number): number => Math.round(Math.min(100, Math.max(0, value)) * 100) / 100;
  return { x: within(x), y: within(y) };
}

/** With one more node, called by its number; `labelId` is one that nothing else has. */
export function addNode(skeleton: Skeleton, place: Place, labelId: number): Skeleton {
  const id = Math.max(0, ...skeleton.nodes.map((node) => node.id)) + 1;
  const node: SkeletonNode = {
    ...inSquare(place),
    id,
    labelId,
    name: freeName(String(id), skeleton.nodes),
    color: nextColor(skeleton.nodes.map(({ color }) => color)),
    attributes: [],
  };
  return { ...skeleton, nodes: [...skeleton.nodes, node] };
}

export function moveNode(skeleton: Skeleton, id: number, place: Place): Skeleton {
  return changeNode(skeleton, id, inSquare(place));
}

export function changeNode(
  skeleton: Skeleton,
  id: number,
  change: Partial<Omit<SkeletonNode, 'id' | 'labelId'>>,
): Skeleton {
  return {
    ...skeleton,
    nodes: skeleton.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
  };
}

/** Without the node and the edges that led to it. */
export function removeNode({ nodes, edges }: Skeleton, id: number): Skeleton {
  return {
    nodes: nodes.filter((node) => node.id !== id),
    edges: edges.filter((edge) => !edge.includes(id)),
  };
}

/** With the edge; as it is where there is one already, or both are the same node. */
export function addEdge(skeleton: Skeleton, from: number, to: number): Skeleton {
  const exists = skeleton.edges.some((edge) => edge.includes(from) && edge.includes(to));
  return exists || from === to ? skeleton : { ...skeleton, edges: [...skeleton.edges, [from, to]] };
}

export function removeEdge(skeleton: Skeleton, from: number, to: number): Skeleton {
  return {
    ...skeleton,
    edges: skeleton.edges.filter((edge) => !(edge.includes(from) && edge.includes(to))),
  };
}

/**
 * A drawing in place of what was there. Nodes of the same name keep their number, colour and attributes; `newLabelId`
 * gives a new one each time.
 */
export function takeDrawing(before: Skeleton, drawn: DrawnSkeleton, newLabelId: () => number): Skeleton {
  const nodes: SkeletonNode[] = [];
  for (const { id, x, y, labelName } of drawn.nodes) {
    const known = before.nodes.find((node) => node.name === labelName);
    const name = freeName(labelName?.trim() || String(id), nodes);
    const isSame = known !== undefined && name === known.name;
    nodes.push({
      id,
      ...inSquare({ x, y }),
      name,
      labelId: isSame ? known.labelId : newLabelId(),
      color: isSame ? known.color : nextColor(nodes.map(({ color }) => color)),
      attributes: isSame ? known.attributes : [],
    });
  }
  return { nodes, edges: drawn.edges };
}

function freeName(wanted: string, nodes: readonly SkeletonNode[]): string {
  let name = wanted;
  for (let again = 2; nodes.some((node) => node.name === name); again += 1) name = `${wanted} ${again}`;
  return name;
}
