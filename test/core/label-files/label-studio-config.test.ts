import { expect, test } from 'vitest';
import { readLabelStudioConfig } from '#core/label-files/label-studio/read.ts';

const view = (inner: string): string => `<View><Image name="img" value="$image"/>${inner}</View>`;
const said = (xml: string): unknown =>
  readLabelStudioConfig(xml).labels.map(({ name, type, color, attributes }) => [
    name,
    type,
    color,
    ...attributes.map(
      (each) => `${each.name}: ${each.inputType} ${each.values.join('|')} = ${each.defaultValue}`,
    ),
  ]);

test.each([
  [
    'RectangleLabels',
    '<RectangleLabels name="l" toName="img"><Label value="Airplane" background="green"/><Label value="Car" background="#f00"/></RectangleLabels>',
    [
      ['Airplane', 'rectangle', '#008000'],
      ['Car', 'rectangle', '#ff0000'],
    ],
  ],
  [
    'PolygonLabels',
    '<PolygonLabels toName="img"><Label value="a"/></PolygonLabels>',
    [['a', 'polygon', '#2f80ff']],
  ],
  ['BrushLabels', '<BrushLabels toName="img"><Label value="a"/></BrushLabels>', [['a', 'mask', '#2f80ff']]],
  [
    'KeyPointLabels',
    '<KeyPointLabels toName="img"><Label value="a"/></KeyPointLabels>',
    [['a', 'points', '#2f80ff']],
  ],
  [
    'EllipseLabels',
    '<EllipseLabels toName="img"><Label value="a"/></EllipseLabels>',
    [['a', 'ellipse', '#2f80ff']],
  ],
  [
    'VectorLabels',
    '<VectorLabels toName="img"><Label value="a"/></VectorLabels>',
    [['a', 'polyline', '#2f80ff']],
  ],
  [
    'Labels with one tool',
    '<Labels name="l" toName="img"><Label value="a"/></Labels><Rectangle toName="img"/>',
    [['a', 'rectangle', '#2f80ff']],
  ],
  [
    'Labels with two tools',
    '<Labels name="l" toName="img"><Label value="a"/></Labels><Rectangle toName="img"/><Polygon toName="img"/>',
    [['a', 'any', '#2f80ff']],
  ],
  [
    'the same name twice',
    '<RectangleLabels toName="img"><Label value="a"/></RectangleLabels><PolygonLabels toName="img"><Label value="a"/></PolygonLabels>',
    [['a', 'any', '#2f80ff']],
  ],
  [
    'Choices of the frame',
    '<Choices name="scene" toName="img"><Choice value="day"/><Choice value="night"/></Choices>',
    [['scene', 'tag', '#2f80ff', 'scene: select __undefined__|day|night = __undefined__']],
  ],
  [
    'several choices of the frame',
    '<Choices name="c" toName="img" choice="multiple"><Choice value="x"/><Choice value="y"/></Choices>',
    [['c', 'tag', '#2f80ff', 'x: checkbox false = false', 'y: checkbox false = false']],
  ],
  [
    'values of regions, one for one label only',
    '<RectangleLabels toName="img"><Label value="a"/><Label value="b"/></RectangleLabels>' +
      '<Choices name="c" toName="img" perRegion="true" required="true"><Choice value="x"/></Choices>' +
      '<Number name="n" toName="img" perRegion="true" min="1" max="9" step="2" whenLabelValue="b"/>' +
      '<TextArea name="t" toName="img" perRegion="true"/><Rating name="r" toName="img" perRegion="true" required="true" maxRating="3"/>',
    [
      ['a', 'rectangle', '#2f80ff', 'c: select x = x', 't: text  = ', 'r: select 1|2|3 = 1'],
      [
        'b',
        'rectangle',
        '#ff9e1b',
        'c: select x = x',
        'n: number 1|9|2 = 1',
        't: text  = ',
        'r: select 1|2|3 = 1',
      ],
    ],
  ],
  [
    'a taxonomy',
    '<Taxonomy name="t" toName="img" required="true"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>',
    [['t', 'tag', '#2f80ff', 't: select A|A / B = A']],
  ],
])('%s', (_what, inner, labels) => {
  expect(said(view(inner))).toEqual(labels);
});

test('what has no counterpart is told', () => {
  const { labels, notices } = readLabelStudioConfig(
    view(
      '<RectangleLabels toName="img" value="$objects"><Label value="a"/></RectangleLabels>' +
        '<Labels name="ner" toName="text"><Label value="PER"/></Labels><Text name="text" value="$text"/>' +
        '<TimelineLabels toName="img"><Label value="x"/></TimelineLabels>' +
        '<Choices name="c" toName="text" perRegion="true"><Choice value="x"/></Choices>',
    ),
  );
  expect(labels.map(({ name }) => name)).toEqual(['a']);
  expect(notices).toEqual([
    'RectangleLabels also takes labels from $objects of each task: add them by hand.',
    'Labels “ner” are for text or sound: left out.',
    'TimelineLabels are not drawn on frames: left out.',
    'Choices “c” hangs on no label: left out.',
  ]);
});

test.each([
  ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><View>&b;</View>', /entities are not read/],
  ['<View/>', /names no labels/],
  [
    '<View><Labels name="l" toName="t"><Label value="PER"/></Labels><Text name="t"/></View>',
    /names no labels/,
  ],
])('%s is refused', (xml, message) => {
  expect(() => readLabelStudioConfig(xml)).toThrow(message);
});
