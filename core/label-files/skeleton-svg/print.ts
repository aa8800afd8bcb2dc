/** Draws a skeleton as CVAT does: lines, then circles, in a square of 100 by 100. */
import type { Skeleton } from '../../model/label.ts';
import { escapeXmlAttribute } from '../../util/xml.ts';

/** The inside of the SVG, as it stands in raw labels; nodes name their sublabels. */
export function printSkeletonSvg({ nodes, edges }: Skeleton): string {
  const places = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.flatMap(([from, to]) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) return [];
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="black" data-type="edge" data-node-from="${from}" data-node-to="${to}" stroke-width="0.5"/>`;
  });
  const circles = nodes.map(
    ({ id, x, y, name }) =>
      `<circle r="1.5" stroke="black" fill="#b3b3b3" cx="${x}" cy="${y}" stroke-width="0.1" data-type="element node" data-element-id="${id}" data-node-id="${id}" data-label-name="${escapeXmlAttribute(name)}"/>`,
  );
  return [...lines, ...circles].join('\n');
}

/** The same as a file of its own. */
export function printSkeletonFile(skeleton: Skeleton): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n${printSkeletonSvg(skeleton)}\n</svg>\n`;
}
