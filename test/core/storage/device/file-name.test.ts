import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromFileName, fromFolderName, toPath } from '#core/storage/device/file-name.ts';

const part = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', '.', '..', '...', '~', '+', '%', '%41', '*', 'CON', 'é'.repeat(120), '😀'.repeat(100)),
);
const key = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));

test('every key has a path that names it, of names that any disk takes', () => {
  fc.assert(
    fc.property(key, (key) => {
      const { folders, file } = toPath(key);
      expect(folders.map(fromFolderName).join('') + fromFileName(file)).toBe(key);
      for (const name of [...folders, file]) {
        expect(name).toMatch(/^[!-.0-~]{1,255}$/);
        expect(['.', '..']).not.toContain(name);
      }
    }),
    { numRuns: 1000 },
  );
});

test('an object and a folder of one name do not meet', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      fc.pre(a !== b);
      const path = (key: string): string => [...toPath(key).folders, toPath(key).file].join('/');
      expect(path(a)).not.toBe(path(b));
      expect(`${path(b)}/`.startsWith(`${path(a)}/`)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
