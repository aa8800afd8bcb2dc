/** Reads 1,000 images of a MinIO in Chromium: our store against bare `fetch` of signed addresses, in the same run. */
import type { S3Settings } from '#core/model/storage.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeSigner } from '#core/storage/s3/sign.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { startMinio } from '#test/servers/start.ts';
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
    const { bare, ours } = await measureInChromium(await fillBucket(servers.minio.access));
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

interface Access {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

async function fillBucket({ endpoint, region, ...credentials }: Access): Promise<ReadingInput> {
  const bucket = 'reading';
  const url = `${endpoint}/${bucket}`;
  const sign = makeSigner(credentials, region);
  await fetch(await sign({ method: 'PUT', url, now: Date.now(), expiresSeconds: 60 }), { method: 'PUT' });
  const settings: S3Settings = {
    provider: 's3',
    bucket,
    prefix: '',
    region,
    endpoint,
    addressing: 'path',
    anonymous: false,
  };
  const store = await openStore(settings, credentials, makePorts());
  const keys = Array.from({ length: images }, (_, i) => `images/${String(i).padStart(6, '0')}.jpg`);
  const waiting = [...keys];
  const worker = async (): Promise<void> => {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      const body = new Uint8Array(bytes);
      for (let start = 0; start < bytes; start += 50_000) {
        crypto.getRandomValues(body.subarray(start, start + 50_000));
      }
      await store.write(key, new Blob([body]), { contentType: 'image/jpeg' });
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { settings, credentials, keys, size: bytes, atOnce, runs };
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
