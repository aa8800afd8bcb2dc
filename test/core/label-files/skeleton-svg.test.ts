import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSkeletonSvg } from '#core/label-files/skeleton-svg/parse.ts';
import { printSkeletonFile, printSkeletonSvg } from '#core/label-files/skeleton-svg/print.ts';
import { skeletons } from './arbitraries.ts';

test('what is printed is read back the same, as a part and as a file', () => {
  fc.assert(
    fc.property(skeletons, (skeleton) => {
      const drawn = {
        nodes: skeleton.nodes.map(({ id, x, y, name }) => ({
          id,
          x,
          y,
          labelName: name,
          labelId: undefined,
        })),
        edges: skeleton.edges,
      };
      expect(parseSkeletonSvg(printSkeletonSvg(skeleton))).toEqual(drawn);
      expect(parseSkeletonSvg(printSkeletonFile(skeleton))).toEqual(drawn);
    }),
  );
});

test('takes CVAT’s own drawing, and nothing else that stands in the SVG', () => {
  const svg = `<line x1="1" y1="2" x2="3" y2="4" stroke="black" data-type="edge" data-node-from="1" data-node-to="2" stroke-width="0.5"></line>
    <circle r="1.5" stroke="black" fill="#b3b3b3" cx="31.25" cy="50" stroke-width="0.1" data-type="element node" data-element-id="1" data-node-id="1" data-label-id="42"></circle>
    <circle r="1.5" cx="3" cy="4" data-type="element node" data-element-id="2" data-node-id="2" data-label-name="tail"></circle>
    <script>alert(1)</script><image href="https://elsewhere.example/x.png" onload="alert(1)"/>`;
  expect(parseSkeletonSvg(svg)).toEqual({
    nodes: [
      { id: 1, x: 31.25, y: 50, labelName: undefined, labelId: 42 },
      { id: 2, x: 3, y: 4, labelName: 'tail', labelId: undefined },
    ],
    edges: [[1, 2]],
  });
});

const node = (id: string, cx = '1') =>
  `<circle cx="${cx}" cy="1" data-type="element node" data-node-id="${id}" data-label-name="a"/>`;
const edge = (from: number, to: number) =>
  `<line data-type="edge" data-node-from="${from}" data-node-to="${to}"/>`;

test.each([
  ['<svg/>', /No circle in it is marked as a node/],
  [node('1') + node('1'), /the same data-node-id/],
  [node('one'), /data-node-id: an id is a whole number/],
  [node('1', '101'), /cx: a place is between 0 and 100/],
  [node('1', 'Infinity'), /cx: a place is a number/],
  [node('1') + edge(1, 2), /leads to node 2, which is not there/],
  [node('1') + edge(1, 1), /from node 1 to itself/],
  ['<circle>', /is not closed/],
])('%s is refused', (svg, message) => {
  expect(() => parseSkeletonSvg(svg)).toThrow(message);
});
