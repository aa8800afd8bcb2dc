import { expect, test } from 'vitest';
import { globMatcher } from '#core/util/glob.ts';

test.each([
  ['*.jpg', 'a/b/c.jpg', true],
  ['*.jpg', 'a.jpg/c.png', false],
  ['cam-?/*.jpg', 'cam-1/a.jpg', true],
  ['cam-?/*.jpg', 'cam-12/a.jpg', false],
  ['*/a.jpg', 'x/y/a.jpg', false],
  ['**/a.jpg', 'x/y/a.jpg', true],
  ['a.b', 'axb', false],
  ['[a].jpg', '[a].jpg', true],
  ['?', '😀', true],
  ['', 'anything', true],
])('%j matches %j: %j', (pattern, text, matches) => {
  expect(globMatcher(pattern)(text)).toBe(matches);
});

test('a pattern made to hang a matcher does not', () => {
  const started = performance.now();
  expect(globMatcher('**a**a**a**a**a**a**a**a**b/')('a'.repeat(1000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
