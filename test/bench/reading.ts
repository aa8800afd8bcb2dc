/** Reads 1,000 images of a MinIO in Chromium: our store against bare `fetch` of signed addresses, in the same run. */
import { startMinio } from '#test/servers/start.ts';
import { type Access, fillBucket } from './minio-bucket.ts';
import { openModulePage } from './module-page.ts';
import type { ReadingInput, ReadingTimes } from './reading-page.ts';
import { median, type BenchResult } from './result.ts';

const images = 1000;
const bytes = 200_000;
/** As many as a browser opens to one server by HTTP/1.1. */
const atOnce = 6;
const runs = 5;

export async function bench(): Promise<BenchResult[]> {
  const servers = await startMinio();
  try {
    const { bare, ours } = await measureInChromium(await inputOf(servers.minio.access));
    const note = `${images.toLocaleString('en')} objects of ${bytes / 1000} kB of a MinIO on this machine, ${atOnce} at once, Chromium, median of ${runs}`;
    return [
      { name: 'Reading images', value: median(ours), unit: 'ms', note },
      { name: 'Reading images, bare fetch of signed addresses', value: median(bare), unit: 'ms', note },
      {
        name: 'Reading images, ours to bare',
        value: median(ours) / median(bare),
        unit: 'x',
        bound: { at: 'most', value: 1.1 },
        note: 'the same run, in turns; signing is ours only',
      },
    ];
  } finally {
    await servers.stop();
  }
}

async function inputOf(access: Access): Promise<ReadingInput> {
  const keys = Array.from({ length: images }, (_, i) => `images/${String(i).padStart(6, '0')}.jpg`);
  return { ...(await fillBucket(access, 'reading', keys, noise)), keys, size: bytes, atOnce, runs };
}

/** What no link and no disk can make smaller. */
function noise(): Blob {
  const body = new Uint8Array(bytes);
  for (let start = 0; start < bytes; start += 50_000) {
    crypto.getRandomValues(body.subarray(start, start + 50_000));
  }
  return new Blob([body]);
}

async function measureInChromium(input: ReadingInput): Promise<ReadingTimes> {
  const modules = await openModulePage();
  try {
    // As text, so that no transform of this side touches what runs on that one.
    const run = `import('/test/bench/reading-page.ts').then((page) => page.measureReading(${JSON.stringify(input)}))`;
    return await modules.page.evaluate<ReadingTimes>(run);
  } finally {
    await modules.close();
  }
}
