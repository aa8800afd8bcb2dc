import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { md5 } from '#core/util/md5.ts';

test.each([0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 1_048_577])(
  'is that of the standard library for %i bytes',
  (length) => {
    const all = Uint8Array.from({ length: length + 3 }, (_, i) => (i * 7 + (i >> 8)) & 0xff);
    // Of a view into a larger buffer.
    const bytes = all.subarray(3);
    expect(Buffer.from(md5(bytes)).toString('hex')).toBe(createHash('md5').update(bytes).digest('hex'));
  },
);
