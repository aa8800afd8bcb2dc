/** Frames that a manifest names. Their sizes and versions are what it says, so nothing else is asked for. */
import { InvalidDataError } from '../errors.ts';
import { manifestKeyOf, relatedKeysOf } from '../media/manifest/entry.ts';
import { readManifest } from '../media/manifest/read.ts';
import type { NewFrame } from '../model/frame.ts';
import type { SourceReading } from '../model/source.ts';
import { compileKeyFilter } from '../storage/key-filter.ts';
import { type Batch, type SourceReadContext, sortOut } from './read-sources.ts';

export async function* readManifestSource(
  reading: SourceReadContext,
  { key, root }: Extract<SourceReading, { kind: 'manifest' }>,
): AsyncGenerator<Batch> {
  const { source, leftOut, failed, signal, dimension } = reading;
  const { storageId, prefix, filter } = source;
  const { store } = await reading.openStorage(storageId);
  const matches = await compileKeyFilter(filter, prefix);
  const { size } = await store.stat(key, { signal });
  const read = (range?: { start: number; end: number }): Promise<Blob> =>
    store.read(key, { ...(range ? { range } : {}), signal });
  const manifest = await readManifest({ key, size, read }, { signal });
  if (manifest.type === 'video') throw new InvalidDataError(manifest.unusable, { where: key });
  const place = { manifestKey: key, ...(root === undefined ? {} : { root }) };
  for await (const rows of manifest.rows) {
    const frames: NewFrame[] = [];
    const beside: Batch['beside'][number][] = [];
    for (const row of rows) {
      if ('error' in row) {
        failed.add(key, row.error);
        continue;
      }
      if ('outside' in row) continue;
      const { width, height, checksum = '' } = row.image;
      const object = manifestKeyOf(row.image, place);
      const sorted = sortOut(object, dimension, prefix, matches);
      if (sorted === 'beside') beside.push({ key: object, size: 0 });
      else if (sorted !== 'frame') leftOut.add(object, sorted.leftOut);
      else {
        const related = relatedKeysOf(row.image, place);
        frames.push({
          storageId,
          key: object,
          size: 0,
          etag: checksum,
          ...(width !== undefined && height !== undefined ? { picture: { width, height } } : {}),
          ...(related.length > 0 ? { related } : {}),
        });
      }
    }
    yield { frames, beside, listed: rows.length, after: undefined };
  }
}
