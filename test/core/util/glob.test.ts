import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatcher } from '#core/util/glob.ts';

test.each<[string, string, boolean]>([
  ['', 'anything/at all', true],
  ['*.jpg', 'a.jpg', true],
  ['*.jpg', 'yard/2026/a.jpg', true],
  ['*.jpg', 'a.jpg.txt', false],
  ['yard/*.jpg', 'yard/a.jpg', true],
  ['yard/*.jpg', 'yard/2026/a.jpg', false],
  ['yard/**', 'yard/2026/a.jpg', true],
  ['**/a.jpg', 'yard/2026/a.jpg', true],
  ['yard/**/a.jpg', 'yard/2026/11/a.jpg', true],
  ['?.jpg', '😀.jpg', true],
  ['?.jpg', 'ab.jpg', false],
  ['a?b/c', 'a/b/c', false],
  ['a.jpg', 'aXjpg', false],
  ['(a|b)+[c].jpg', '(a|b)+[c].jpg', true],
])('%j on %j: %s', (pattern, text, expected) => {
  expect(globMatcher(pattern)(text)).toBe(expected);
});

test('agrees with the regular expression that it is not', () => {
  const pattern = fc
    .array(fc.constantFrom('a', 'b', '/', '.', '?', '*', '**'), { maxLength: 8 })
    .map((all) => all.join(''));
  const text = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 10 }).map((all) => all.join(''));
  fc.assert(
    fc.property(pattern, text, (pattern, text) => {
      fc.pre(pattern !== '');
      const source = pattern
        .replaceAll('.', '\\.')
        .replaceAll('**', '\0')
        .replaceAll('*', '[^/]*')
        .replaceAll('?', '[^/]')
        .replaceAll('\0', '.*');
      const name = pattern.includes('/') ? text : text.slice(text.lastIndexOf('/') + 1);
      expect(globMatcher(pattern)(text)).toBe(new RegExp(`^${source}$`, 's').test(name));
    }),
    { numRuns: 2000 },
  );
});

test('no pattern can hang it', () => {
  const match = globMatcher(`${'*a'.repeat(60)}b`);
  const start = performance.now();
  expect(match('a'.repeat(5000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});
