import { BlobWriter, configure, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { readZip, zipLimits } from '#core/media/archive/read-zip.ts';

configure({ useWebWorkers: false });

async function pack(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Readonly<Record<string, object>> = {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'));
  for (const [name, content] of Object.entries(files)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content);
    await writer.add(name, reader, options[name] ?? {});
  }
  return writer.close();
}

test('gives files with their folders, and unpacks each when it is asked for', async () => {
  const { files, refused } = await readZip(
    await pack({ 'a/b.txt': 'hello', 'ü 1.txt': 'x'.repeat(5000) }),
    'set.zip',
  );
  expect(files.map(({ path, size }) => [path, size])).toEqual([
    ['a/b.txt', 5],
    ['ü 1.txt', 5000],
  ]);
  expect(await Promise.all(files.map(async (file) => (await file.open()).text()))).toEqual([
    'hello',
    'x'.repeat(5000),
  ]);
  expect(refused).toEqual([]);
});

test('refuses what leads out of the archive, links, what is locked, and bombs', async () => {
  const names = ['../up.jpg', 'a/../../b.jpg', '/etc/passwd', 'C:/x.jpg', 'a\\b.jpg', 'a//b.jpg', './a.jpg'];
  const zip = await pack(
    {
      ...Object.fromEntries(names.map((name) => [name, 'x'])),
      'link.jpg': '/etc/passwd',
      'locked.jpg': 'x',
      'bomb.jpg': new Uint8Array(5_000_000),
      'good.jpg': 'x',
    },
    {
      'link.jpg': { externalFileAttributes: (0o120_777 << 16) >>> 0, versionMadeBy: 0x03_14 },
      'locked.jpg': { password: 'secret' },
    },
  );
  const { files, refused } = await readZip(zip, 'set.zip');
  expect(files.map(({ path }) => path)).toEqual(['good.jpg']);
  expect(Object.fromEntries(refused.map(({ path, why }) => [path, why]))).toMatchObject({
    '../up.jpg': 'leads out of the archive',
    'link.jpg': 'is a link',
    'locked.jpg': 'is locked with a password',
    'bomb.jpg': expect.stringMatching(/^unpacks to \d+ times its size$/),
  });
  expect(refused).toHaveLength(names.length + 3);
});

test('an archive beyond the limits is refused as a whole', async () => {
  const zip = await pack({ 'a.jpg': 'x'.repeat(100), 'b.jpg': 'y'.repeat(100) });
  await expect(readZip(zip, 'set.zip', { ...zipLimits, entries: 1 })).rejects.toThrow(/more than 1 entries/);
  await expect(readZip(zip, 'set.zip', { ...zipLimits, bytes: 150 })).rejects.toThrow(/unpacked/);
});

test('what is no archive, is cut short, or lies about its bytes is told', async () => {
  await expect(readZip(new Blob(['no zip']), 'set.zip')).rejects.toThrow(
    '“set.zip” cannot be read as an archive.',
  );
  const zip = await pack({ 'a.jpg': 'hello hello hello' }, { 'a.jpg': { level: 0 } });
  await expect(readZip(zip.slice(0, zip.size - 30), 'set.zip')).rejects.toThrow(/cannot be read/);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const at = new TextDecoder('latin1').decode(bytes).indexOf('hello');
  bytes[at] = 0;
  const { files } = await readZip(new Blob([bytes]), 'set.zip');
  await expect(files[0]?.open()).rejects.toThrow('“a.jpg” in the archive is broken');
});
