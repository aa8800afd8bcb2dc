import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isError } from '#core/errors.ts';
import { compileKeyFilter, proposeAlternation } from '#core/storage/key-filter.ts';

/** Python's own answers; `make-vectors.py` beside them says how they came about. */
const { keys, rows } = v.parse(
  v.object({ keys: v.array(v.string()), rows: v.array(v.tuple([v.string(), v.nullable(v.string())])) }),
  JSON.parse(readFileSync(new URL('../util/python-regex/vectors.json', import.meta.url), 'utf8')),
);

const regex = (pattern: string) => compileKeyFilter({ kind: 'regex', pattern }, '');

/** What Python has and we refuse. */
const refused = /cannot be used|not understood/;
/** A `$` and then the newline that it stood before: the one thing said to be narrower. */
const behindDollar = /\$.*(?:\\s|\\n|\\W|\\D|\[\^|\(\?i?s)/s;

test('answers as Python does', async () => {
  const wrong: unknown[] = [];
  let compared = 0;
  for (const [pattern, answers] of rows) {
    const matches = await regex(pattern).catch((error: unknown) => error);
    if (typeof matches !== 'function') {
      const isSaid = isError(matches, 'invalid-data') && matches.remedy !== undefined;
      if (!isSaid || (answers !== null && !refused.test(matches.message))) wrong.push([pattern, matches]);
      continue;
    }
    if (answers === null) wrong.push([pattern, 'Python refuses it']);
    for (const [i, key] of keys.entries()) {
      if (key.includes('\n') && behindDollar.test(pattern)) continue;
      compared++;
      if (matches(key) !== (answers?.[i] === '1')) wrong.push([pattern, key, answers?.[i]]);
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(45_000);
});

test.each<[string, string, string]>([
  ['a(?=b)', 'column 2', 'Looking ahead'],
  ['é(?!b)', 'column 2', 'Looking ahead'],
  ['(?<=a)b', 'column 1', 'Looking behind'],
  ['(a)\\1', 'column 4', 'References back'],
  ['(?P<n>a)(?P=n)', 'column 9', 'References back'],
  ['a++', 'column 2', 'Possessive'],
  ['(?>a)', 'column 1', 'Atomic'],
  ['(a)?(?(1)b)', 'column 5', 'Conditions'],
  ['a{1001}', 'column 2', 'too large'],
  ['((a{1000}){1000}){1000}', 'column 1', 'too large'],
  ['a)', 'column 2', 'closes nothing'],
  ['(?<n>a)', 'column 1', 'Names written as'],
  ['('.repeat(5000), 'column 101', 'nested too deep'],
])('%j is refused at %s', async (pattern, where, words) => {
  const error: unknown = await regex(pattern).catch((error: unknown) => error);
  expect(error).toMatchObject({ tag: 'invalid-data', where, message: expect.stringContaining(words) });
  expect(isError(error, 'invalid-data') && error.remedy?.text).toBeTruthy();
});

test('any text is compiled or refused in words', async () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '?',
    '*',
    '+',
    '|',
    '\\',
    '^',
    '$',
    'P',
    '<',
    'a',
    ',',
    '1',
    '-',
    ':',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const matches = await regex(pieces.join('')).catch((error: unknown) => error);
      if (typeof matches === 'function') expect(typeof matches('a')).toBe('boolean');
      else expect(isError(matches, 'invalid-data')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('a pattern that hangs others is fast', async () => {
  const matches = await regex('^(a+)+$');
  const start = performance.now();
  expect(matches(`${'a'.repeat(100_000)}!`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each([
  { kind: 'regex', pattern: String.raw`.*\.(jpe?g|png|gif)$` },
  { kind: 'regex', pattern: String.raw`(?i)yard/.*/cam\d+_\w+\.PNG` },
  { kind: 'glob', pattern: 'cam*/**/*.jpg' },
  { kind: 'glob', pattern: '*.jpg' },
] as const)('a million keys through %o take less than two seconds', async (filter) => {
  const matches = await compileKeyFilter(filter, 'yard/');
  const endings = ['jpg', 'png', 'txt'];
  const list = Array.from(
    { length: 1_000_000 },
    (_, i) => `yard/cam${i % 12}/2026-11-21/frame_${String(i).padStart(8, '0')}.${endings[i % 3]}`,
  );
  const start = performance.now();
  let found = 0;
  for (const key of list) if (matches(key)) found++;
  expect(performance.now() - start).toBeLessThan(2000);
  expect(found).toBeLessThan(1_000_000);
});

test('globs look behind the prefix, regular expressions at the whole key', async () => {
  const glob = await compileKeyFilter({ kind: 'glob', pattern: 'a/*.jpg' }, 'yard/');
  expect([glob('yard/a/1.jpg'), glob('yard/b/1.jpg')]).toEqual([true, false]);
  const whole = await compileKeyFilter({ kind: 'regex', pattern: 'yard/a/' }, 'yard/');
  expect([whole('yard/a/1.jpg'), whole('a/1.jpg')]).toEqual([true, false]);
  const all = await compileKeyFilter({ kind: 'regex', pattern: '' }, 'yard/');
  expect(all('anything')).toBe(true);
});

test('prose with "or" is seen', () => {
  const example = String.raw`.*csv or .*(jpe?g|png|tiff) or .\w+-\d+.text`;
  expect(proposeAlternation(example)).toBe(String.raw`.*csv|.*(jpe?g|png|tiff)|.\w+-\d+.text`);
  expect(proposeAlternation('corridor/.*|floor or')).toBeUndefined();
});
