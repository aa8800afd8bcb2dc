import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAndColumn, parseLocatedJson } from '#core/util/located-json.ts';

const json = fc.jsonValue({ maxDepth: 4 });

test('reads whatever JSON is, and with commas before closing brackets too', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const read = parseLocatedJson(text);
      expect(read.ok && read.value).toEqual(JSON.parse(text));
      const strings = /"(?:[^"\\]|\\.)*"|([^[{,\s])(\s*)([\]}])/g;
      const tolerated = text.replace(strings, (whole, last, gap, close) =>
        last === undefined ? whole : `${last}${gap},${close}`,
      );
      const again = parseLocatedJson(tolerated);
      expect(again.ok && again.value).toEqual(JSON.parse(text));
    }),
  );
});

test('refuses what JSON.parse refuses, but for those commas', () => {
  fc.assert(
    fc.property(json, fc.nat(), fc.string({ maxLength: 3 }), (value, at, added) => {
      const text = JSON.stringify(value);
      const cut = at % (text.length + 1);
      const broken = text.slice(0, cut) + added + text.slice(cut);
      const read = parseLocatedJson(broken);
      let expected: unknown;
      try {
        expected = JSON.parse(broken);
      } catch {
        const isBorne = /,\s*[\]}]/.test(broken);
        expect(read.ok && !isBorne).toBe(false);
        return;
      }
      expect(read.ok && read.value).toEqual(expected);
    }),
  );
});

test('knows where a value stands', () => {
  const text = '[\n  {"name": "a", "list": [1,\n    {"x": true},]},\n]';
  const read = parseLocatedJson(text);
  const at = (path: (string | number)[]) => read.ok && lineAndColumn(text, read.offsetOf(path));
  expect(at([0, 'name'])).toEqual({ line: 2, column: 12 });
  expect(at([0, 'list', 1, 'x'])).toEqual({ line: 3, column: 11 });
  expect(at([0, 'missing', 'deep'])).toEqual({ line: 2, column: 3 });
});

test.each([
  ['', 0, 'it ends too early'],
  ['[1 2]', 3, 'a comma or ] is expected'],
  ['{"a" 1}', 5, 'a colon is expected'],
  ['[,]', 1, 'this is no value'],
  ['{a: 1}', 1, 'a name in "quotes" is expected'],
  ['["a', 1, 'this text does not end'],
  ['[] x', 3, 'something stands behind the end'],
  ['['.repeat(200), 101, 'this is nested too deeply'],
])('%j breaks', (text, offset, what) => {
  expect(parseLocatedJson(text)).toEqual({ ok: false, error: { offset, what } });
});
