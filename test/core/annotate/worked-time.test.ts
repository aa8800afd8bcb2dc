import { expect, test } from 'vitest';
import { WorkedTime } from '#core/annotate/worked-time.ts';

test.each<[string, readonly number[], number]>([
  ['nothing', [], 0],
  ['one sign of life', [5000], 0],
  ['two', [5000, 7000], 2000],
  ['a short pause', [0, 99_999], 99_999],
  ['a long one', [0, 1000, 101_000, 102_000], 2000],
  ['a clock that was put back', [9000, 1000, 4000], 3000],
])('%s', (_, times, ms) => {
  const worked = new WorkedTime();
  for (const time of times) worked.touch(time);
  expect(worked.take()).toBe(ms);
  expect(worked.take()).toBe(0);
});

test('what was not seen was not worked, and what is taken goes on', () => {
  const worked = new WorkedTime();
  worked.touch(0);
  worked.touch(3000);
  expect(worked.take()).toBe(3000);
  worked.touch(4000);
  worked.pause();
  worked.touch(50_000);
  worked.touch(50_500);
  expect(worked.take()).toBe(1500);
});
