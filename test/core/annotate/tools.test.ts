import { describe, expect, test } from 'vitest';
import { FrameDocument } from '#core/annotate/frame-document.ts';
import { makeRectangleTool } from '#core/annotate/tools/rectangle.ts';
import { makeSelectTool } from '#core/annotate/tools/select.ts';
import type { PointerInput, Tool, ToolContext, ToolResult } from '#core/annotate/tools/tool.ts';
import type { Shape } from '#core/model/shape.ts';
import { makeShape } from '#test/fakes/shapes.ts';

type Step = readonly [kind: PointerInput['kind'], x: number, y: number];

/** Plays a gesture; the selection follows what the tool says, commands are applied as the editor does. */
function play(tool: Tool, shapes: readonly Shape[], steps: readonly Step[], selectedId?: number) {
  const document = new FrameDocument(0, shapes);
  let nextId = 100;
  let selection = selectedId;
  const results: ToolResult[] = [];
  for (const [kind, x, y] of steps) {
    const context: ToolContext = {
      document,
      picture: { width: 1000, height: 800 },
      selectedId: selection,
      labelId: 1,
      labelName: () => 'person',
      defaultAttributes: () => ({ 7: 'red' }),
      takeShapeId: () => nextId++,
      now: () => 5,
    };
    const result = tool.input({ kind, point: { x, y }, reach: 4 }, context);
    if (result.select !== undefined) selection = result.select ?? undefined;
    if (result.command) document.apply(result.command.changes);
    results.push(result);
  }
  return { document, selection, results, commands: results.flatMap(({ command }) => command ?? []) };
}

describe('the rectangle tool', () => {
  test('draws by two clicks', () => {
    const played = play(
      makeRectangleTool(),
      [],
      [
        ['down', 300, 200],
        ['up', 300, 200],
        ['move', 150, 90],
        ['down', 100, 50],
        ['up', 100, 50],
      ],
    );
    expect(played.document.shapes().map((shape) => shape.points)).toEqual([[100, 50, 300, 200]]);
    expect(played.document.get(100)?.attributes).toEqual({ 7: 'red' });
    expect(played.commands.map((command) => command.name)).toEqual(['Draw person 100']);
    expect(played.selection).toBe(100);
    expect(played.results[2]?.preview).toEqual({
      kind: 'drawing',
      box: { left: 150, top: 90, right: 300, bottom: 200 },
    });
  });

  test('draws by one drag', () => {
    const { document } = play(
      makeRectangleTool(),
      [],
      [
        ['down', 10, 10],
        ['move', 60, 40],
        ['up', 60, 40],
      ],
    );
    expect(document.shapes().map((shape) => shape.points)).toEqual([[10, 10, 60, 40]]);
  });

  test('cuts at the edge of the picture', () => {
    const { document } = play(
      makeRectangleTool(),
      [],
      [
        ['down', 900, 700],
        ['move', 1200, 900],
        ['up', 1200, 900],
      ],
    );
    expect(document.shapes().map((shape) => shape.points)).toEqual([[900, 700, 1000, 800]]);
  });

  test.each([
    [
      'two clicks on one spot',
      [
        ['down', 10, 10],
        ['up', 10, 10],
        ['down', 10, 10],
        ['up', 10, 10],
      ],
    ],
    [
      'a box beside the picture',
      [
        ['down', -90, 10],
        ['move', -10, 60],
        ['up', -10, 60],
      ],
    ],
  ] satisfies [string, Step[]][])('makes nothing of %s', (_name, steps) => {
    expect(play(makeRectangleTool(), [], steps).commands).toEqual([]);
  });

  test('gives up what was begun, once', () => {
    const tool = makeRectangleTool();
    play(
      tool,
      [],
      [
        ['down', 10, 10],
        ['up', 10, 10],
      ],
    );
    expect([tool.cancel(), tool.cancel()]).toEqual([true, false]);
  });
});

describe('the select tool', () => {
  const large = makeShape(1, { points: [100, 100, 500, 500] });
  const small = makeShape(2, { points: [200, 200, 300, 300] });
  const click = (x: number, y: number): Step[] => [
    ['down', x, y],
    ['up', x, y],
  ];

  test('moves an object, and keeps it inside the picture', () => {
    const { document, commands } = play(
      makeSelectTool(),
      [small],
      [
        ['down', 250, 250],
        ['move', 300, 260],
        ['up', 2000, 260],
      ],
    );
    expect(document.get(2)?.points).toEqual([900, 210, 1000, 310]);
    expect(commands.map((command) => command.name)).toEqual(['Move person 2']);
  });

  test('resizes by a handle of the selected object, over the other side too', () => {
    const { document } = play(
      makeSelectTool(),
      [small],
      [
        ['down', 300, 300],
        ['move', 150, 290],
        ['up', 150, 260],
      ],
      2,
    );
    expect(document.get(2)?.points).toEqual([150, 200, 200, 260]);
  });

  test('prefers the smaller of two that overlap, and the next click goes on below', () => {
    const tool = makeSelectTool();
    expect(play(tool, [small, large], click(250, 250)).selection).toBe(2);
    expect(play(tool, [small, large], click(250, 250), 2).selection).toBe(1);
    expect(play(tool, [small, large], click(250, 250), 1).selection).toBe(2);
  });

  test('a large object in front does not hide a small one', () => {
    const front = makeShape(9, { points: [100, 100, 500, 500], zOrder: 5 });
    expect(play(makeSelectTool(), [small, front], click(250, 250)).selection).toBe(2);
  });

  test('drags what is selected even where a smaller one lies in front', () => {
    const { document } = play(
      makeSelectTool(),
      [large, small],
      [
        ['down', 250, 250],
        ['move', 260, 255],
        ['up', 260, 255],
      ],
      1,
    );
    expect(document.get(1)?.points).toEqual([110, 105, 510, 505]);
    expect(document.get(2)?.points).toEqual(small.points);
  });

  test('a click beside everything clears the selection', () => {
    expect(play(makeSelectTool(), [small], click(700, 700), 2).selection).toBeUndefined();
  });

  test.each([
    ['locked', makeShape(2, { points: [200, 200, 300, 300], locked: true })],
    ['hidden', makeShape(2, { points: [200, 200, 300, 300], hidden: true })],
  ])('does not take hold of what is %s', (_name, shape) => {
    const played = play(
      makeSelectTool(),
      [shape],
      [
        ['down', 250, 250],
        ['move', 400, 400],
        ['up', 400, 400],
      ],
    );
    expect([played.selection, played.commands]).toEqual([undefined, []]);
  });
});
