/** Lists 10,000 objects of a MinIO in Chromium: `listAll` against the bare ListObjectsV2 loop, in the same run. */
import { startMinio } from '#test/servers/start.ts';
import type { ListingInput, ListingTimes } from './listing-page.ts';
import { type Access, fillBucket } from './minio-bucket.ts';
import { openModulePage } from './module-page.ts';
import { median, type BenchResult } from './result.ts';

const objects = 10_000;
const runs = 5;
const layouts = [
  { prefix: 'flat/', words: 'in one folder', key: (i: number) => `flat/${String(i).padStart(6, '0')}.jpg` },
  {
    prefix: 'folders/',
    words: 'in 10 folders',
    key: (i: number) => `folders/${i % 10}/${String(i).padStart(6, '0')}.jpg`,
  },
] as const;

export async function bench(): Promise<BenchResult[]> {
  const servers = await startMinio();
  try {
    const input = await inputOf(servers.minio.access);
    const times = await measureInChromium(input);
    return layouts.flatMap(({ prefix, words }) => {
      const { bare = [], ours = [] } = times[prefix] ?? {};
      const [theirs, our] = [median(bare), median(ours)];
      const note = `${objects.toLocaleString('en')} objects ${words} of a MinIO on this machine, Chromium, median of ${runs}`;
      return [
        { name: `Listing ${words}`, value: our, unit: 'ms', note },
        { name: `Listing ${words}, bare ListObjectsV2 loop`, value: theirs, unit: 'ms', note },
        {
          name: `Listing ${words}, ours to bare`,
          value: our / theirs,
          unit: 'x',
          bound: { at: 'most' as const, value: 1.2 },
          note: 'the same run, in turns',
        },
      ];
    });
  } finally {
    await servers.stop();
  }
}

async function inputOf(access: Access): Promise<ListingInput> {
  const keys = layouts.flatMap(({ key }) => Array.from({ length: objects }, (_, i) => key(i)));
  const bucket = await fillBucket(access, 'bench', keys, () => new Blob(['x']));
  return { ...bucket, prefixes: layouts.map(({ prefix }) => prefix), expected: objects, runs };
}

async function measureInChromium(input: ListingInput): Promise<ListingTimes> {
  const modules = await openModulePage();
  try {
    // As text, so that no transform of this side touches what runs on that one.
    const run = `import('/test/bench/listing-page.ts').then((page) => page.measureListing(${JSON.stringify(input)}))`;
    return await modules.page.evaluate<ListingTimes>(run);
  } finally {
    await modules.close();
  }
}
