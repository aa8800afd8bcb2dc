/** Sources of many objects on the built site: a task of a million, syncs, and reading, each beside what anyone would do. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import * as v from 'valibot';
import type { S3Settings } from '#core/model/storage.ts';
import { startSite } from '#test/e2e/support/site.ts';
import { libraryPath, obtainFromDebian } from '#test/servers/debian.ts';
import {
  type GeneratedBucket,
  type GeneratedObject,
  makeObjects,
  startGeneratedBucket,
} from './generated-bucket.ts';
import { openModulePage } from './module-page.ts';
import { type BenchResult, median } from './result.ts';

const run = promisify(execFile);
const million = { folders: 100, perFolder: 10_000, roundTripMs: 50 };
const hundredThousand = { folders: 100, perFolder: 1000, roundTripMs: 30 };
const runs = 5;

export async function bench(): Promise<BenchResult[]> {
  const [bucket, site] = await Promise.all([startGeneratedBucket(), startSite()]);
  const executablePath = process.env['CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    return [
      ...(await measureMillion(browser, site.address, bucket)),
      ...(await measureHundredThousand(browser, site.address, bucket)),
    ];
  } finally {
    await browser.close();
    await Promise.all([bucket.stop(), site.stop()]);
  }
}

async function measureMillion(
  browser: Browser,
  site: string,
  bucket: GeneratedBucket,
): Promise<BenchResult[]> {
  const { folders, perFolder, roundTripMs } = million;
  const objects = makeObjects(folders, perFolder);
  bucket.setObjects(objects);
  bucket.setRoundTrip(0);
  const page = await openSite(browser, site, bucket);
  bucket.setRoundTrip(roundTripMs);
  const loop = await page.evaluate(listInTurn, `${bucket.endpoint}/${bucket.bucket}`);
  const heap = await watchHeap(page);
  const created = await createTask(page, 'Million', 1_000_000);
  const gap = await page.evaluate(() => window.gaps.longest);
  const peak = await heap.stop();
  const note = `1,000,000 keys in ${folders} folders, ${roundTripMs} ms round trip, one run`;
  await page.context().close();
  return [
    { name: 'Task of 1,000,000 objects', value: created / 1000, unit: 's', note },
    {
      name: 'The sequential listing loop of the same',
      value: loop / 1000,
      unit: 's',
      note: `${note}, nothing kept`,
    },
    {
      name: 'Task of 1,000,000, speed against the loop',
      value: loop / created,
      unit: 'x',
      bound: { at: 'least', value: 4 },
      note: 'the same run',
    },
    {
      name: 'Task of 1,000,000, peak JS heap',
      value: peak / 1e6,
      unit: 'MB',
      bound: { at: 'most', value: 300 },
      note: 'page and worker together, used heap sampled every 100 ms',
    },
    {
      name: 'Task of 1,000,000, longest the page did not answer',
      value: gap,
      unit: 'ms',
      bound: { at: 'most', value: 50 },
      note: 'between two turns of its event loop, while the task was made',
    },
  ];
}

async function measureHundredThousand(
  browser: Browser,
  site: string,
  bucket: GeneratedBucket,
): Promise<BenchResult[]> {
  const { folders, perFolder, roundTripMs } = hundredThousand;
  const objects = makeObjects(folders, perFolder);
  bucket.setObjects(objects);
  bucket.setRoundTrip(roundTripMs);
  const theirs: number[] = [];
  const ours: number[] = [];
  const syncs: number[] = [];
  const page = await openSite(browser, site, bucket);
  const modules = await openModulePage();
  const listOurs = listing(modules.page, bucket);
  await listOurs();
  for (let turn = 0; turn < runs; turn++) {
    theirs.push(await rclone(bucket));
    ours.push(await listOurs());
  }
  await createTask(page, 'Hundred thousand', 100_000);
  const changed = changeSome(objects);
  bucket.setObjects(changed);
  const listed: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    listed.push(await listOurs());
    syncs.push(await syncTask(page));
  }
  await modules.close();
  await page.context().close();
  const note = `100,000 keys in ${folders} folders, ${roundTripMs} ms a request, median of ${runs}`;
  return [
    { name: 'Listing 100,000 keys', value: median(ours), unit: 'ms', note },
    { name: 'The same by `rclone lsf -R`', value: median(theirs), unit: 'ms', note },
    {
      name: 'Listing, speed against rclone',
      value: median(theirs) / median(ours),
      unit: 'x',
      bound: { at: 'least', value: 4 },
      note: 'in turns, in the same run',
    },
    {
      name: 'Sync of the 100,000, against their listing',
      value: median(syncs) / median(listed),
      unit: 'x',
      bound: { at: 'most', value: 1.3 },
      note: `100 new, 100 changed and 100 gone found; ${median(syncs).toFixed(0)} ms against ${median(listed).toFixed(0)} ms, in turns`,
    },
  ];
}

/** Some that are new, some that are others, and some that are gone, a hundred of each. */
function changeSome(objects: readonly GeneratedObject[]): GeneratedObject[] {
  const step = Math.floor(objects.length / 100);
  return objects.flatMap((object, index) => {
    if (index % step === 1) return [];
    if (index % step === 2) return [{ ...object, version: 2 }];
    if (index % step === 3) return [object, { key: object.key.replace('.jpg', '.new.jpg'), version: 1 }];
    return [object];
  });
}

/** Debian's rclone lists everything below the bucket, as `rclone lsf -R` is used in scripts; milliseconds. */
async function rclone({ endpoint, bucket }: GeneratedBucket): Promise<number> {
  const executable = await obtainFromDebian('rclone');
  const remote = `:s3,provider=Other,access_key_id=none,secret_access_key=none,endpoint="${endpoint}",force_path_style=true,list_version=2:${bucket}`;
  const start = performance.now();
  const { stdout } = await run(executable, ['lsf', '-R', '--files-only', '--config', '', remote], {
    maxBuffer: 64 * 1024 * 1024,
    // Nothing of this machine's own settings for clouds.
    env: { PATH: process.env['PATH'], ...(await libraryPath(executable)) },
  });
  const took = performance.now() - start;
  const count = stdout.split('\n').length - 1;
  if (count !== 100_000) throw new Error(`rclone listed ${count} objects`);
  return took;
}

/** Our listing, on a page of its own; milliseconds. */
function listing(page: Page, { endpoint, bucket }: GeneratedBucket): () => Promise<number> {
  const settings: S3Settings = {
    provider: 's3',
    bucket,
    prefix: '',
    region: 'us-east-1',
    endpoint,
    addressing: 'path',
    anonymous: true,
  };
  const input = JSON.stringify({ settings, expected: 100_000 });
  return () =>
    page.evaluate<number>(`import('/test/bench/listing-page.ts').then((page) => page.measureOurs(${input}))`);
}

/** The built site with the bucket attached. */
async function openSite(
  browser: Browser,
  site: string,
  { endpoint, bucket }: GeneratedBucket,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site}#/storages/attach`);
  await page.getByLabel('Address').fill(`${endpoint}/${bucket}/`);
  await page.getByLabel('Credentials', { exact: true }).selectOption('anonymous');
  await page.getByRole('combobox', { name: 'Region' }).fill('us-east-1');
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await page.getByRole('heading', { name: 'Attach a storage' }).waitFor({ state: 'hidden' });
  return page;
}

/** Milliseconds from the click that makes a task to the last of its frames being on disk. */
async function createTask(page: Page, name: string, frames: number): Promise<number> {
  await page
    .getByRole('link', { name: /^Tasks/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Create task' }).first().click();
  await page.getByText(/images among the first/).waitFor();
  await page.getByLabel('Names of labels').fill('thing');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByLabel('Frames in a job').fill('1000');
  await page.evaluate(startGapClock);
  const start = performance.now();
  await page.getByRole('button', { name: 'Create and open' }).click();
  const words = `0 of ${frames.toLocaleString('en')} frames annotated`;
  await page.getByText(words).waitFor({ timeout: 300_000 });
  return performance.now() - start;
}

/** Milliseconds from the click to the request having ended. */
async function syncTask(page: Page): Promise<number> {
  const before = (await syncTimes(page)).length;
  await page.getByRole('region', { name: 'Sources' }).getByRole('button', { name: 'Sync' }).click();
  for (;;) {
    // What is measured stands in the row; looking all the time would take from it what it is measured by.
    await page.waitForTimeout(250);
    const times = await syncTimes(page);
    const took = times.length > before ? times.at(-1) : undefined;
    if (took === undefined) continue;
    await page.getByText('100 new in the source, 100 changed, 100 gone').waitFor();
    return took;
  }
}

/** Of every sync that has ended, in order. */
async function syncTimes(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('bucketmark');
      open.addEventListener('success', () => resolve(open.result));
      open.addEventListener('error', () => reject(open.error));
    });
    const rows = await new Promise<
      { params: { kind: string }; createdAt: number; finishedAt?: number; status: string }[]
    >((resolve, reject) => {
      const get = database.transaction('requests').objectStore('requests').getAll();
      get.addEventListener('success', () => resolve(get.result));
      get.addEventListener('error', () => reject(get.error));
    });
    database.close();
    return rows
      .filter(({ params, status }) => params.kind === 'sync-task' && status === 'finished')
      .map(({ createdAt, finishedAt }) => (finishedAt ?? 0) - createdAt);
  });
}

/** The loop that anyone would write first: one page after the other, keys taken out by a regular expression. */
async function listInTurn(address: string): Promise<number> {
  const start = performance.now();
  let count = 0;
  let token: string | undefined;
  do {
    const next = token === undefined ? '' : `&continuation-token=${encodeURIComponent(token)}`;
    const text = await (await fetch(`${address}/?list-type=2${next}`, { cache: 'no-store' })).text();
    count += [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].length;
    token = /<NextContinuationToken>([^<]*)</.exec(text)?.[1];
  } while (token);
  if (count !== 1_000_000) throw new Error(`Listed ${count} objects`);
  return performance.now() - start;
}

declare global {
  interface Window {
    gaps: { longest: number; last: number };
  }
}

/** Notes how long the page's event loop ever takes to come round. */
function startGapClock(): void {
  window.gaps = { longest: 0, last: performance.now() };
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    const now = performance.now();
    window.gaps.longest = Math.max(window.gaps.longest, now - window.gaps.last);
    window.gaps.last = now;
    setTimeout(() => channel.port2.postMessage(0), 5);
  });
  channel.port1.start();
  channel.port2.postMessage(0);
}

/** Samples the used JS heap of the page and its workers, together. */
async function watchHeap(page: Page): Promise<{ stop(): Promise<number> }> {
  const session = await page.context().newCDPSession(page);
  const workers = new Set<string>();
  let id = 0;
  const answers = new Map<number, (used: number) => void>();
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId));
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = v.safeParse(heapAnswer, JSON.parse(message));
    if (answer.success) answers.get(answer.output.id)?.(answer.output.result.usedSize);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ofWorker = (sessionId: string): Promise<number> => {
    const own = ++id;
    return new Promise((resolve) => {
      answers.set(own, resolve);
      const message = JSON.stringify({ id: own, method: 'Runtime.getHeapUsage' });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => resolve(0));
    });
  };
  let peak = 0;
  const stop = new AbortController();
  const sampling = (async () => {
    while (!stop.signal.aborted) {
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const used = await Promise.all([...workers].map(ofWorker));
      peak = Math.max(peak, usedSize + used.reduce((sum, each) => sum + each, 0));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    async stop() {
      stop.abort();
      await sampling;
      await session.detach();
      return peak;
    },
  };
}

const heapAnswer = v.object({ id: v.number(), result: v.object({ usedSize: v.number() }) });
