/** Runs in the browser: our listing and the bare protocol's, in turns. */
import type { S3Credentials, S3Settings } from '#core/model/storage.ts';
import { listAll } from '#core/storage/list-all.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeSigner } from '#core/storage/s3/sign.ts';
import { makePorts } from '#test/fakes/ports.ts';

export interface ListingInput {
  readonly settings: S3Settings;
  readonly credentials: S3Credentials;
  readonly prefixes: readonly string[];
  readonly expected: number;
  readonly runs: number;
}

/** Milliseconds of each run, by prefix. */
export type ListingTimes = Record<string, { readonly bare: number[]; readonly ours: number[] }>;

/** The least that anyone could do: one request after another, keys taken out by a regular expression. */
async function listBare({ settings, credentials }: ListingInput, prefix: string): Promise<number> {
  const sign = makeSigner(credentials, settings.region);
  let count = 0;
  let token: string | undefined;
  do {
    const url = await sign({
      method: 'GET',
      url: `${settings.endpoint}/${settings.bucket}/`,
      query: { 'list-type': '2', prefix, ...(token ? { 'continuation-token': token } : {}) },
      now: Date.now(),
      expiresSeconds: 60,
    });
    const text = await (await fetch(url, { cache: 'no-store' })).text();
    count += [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].length;
    token = /<NextContinuationToken>([^<]*)</
      .exec(text)?.[1]
      ?.replaceAll('&#34;', '"')
      .replaceAll('&amp;', '&');
  } while (token);
  return count;
}

async function listOurs(
  { settings, credentials }: Pick<ListingInput, 'settings'> & { readonly credentials?: S3Credentials },
  prefix: string,
): Promise<number> {
  const store = await openStore(settings, credentials, makePorts());
  let count = 0;
  for await (const page of listAll(store, { prefix })) count += page.objects.length;
  return count;
}

async function time(run: () => Promise<number>, expected: number): Promise<number> {
  const start = performance.now();
  const count = await run();
  if (count !== expected) throw new Error(`Listed ${count} objects, not ${expected}`);
  return performance.now() - start;
}

/** One run of each warms up and is not counted. */
export async function measureListing(input: ListingInput): Promise<ListingTimes> {
  const times: ListingTimes = {};
  for (const prefix of input.prefixes) {
    const bare: number[] = [];
    const ours: number[] = [];
    for (let run = 0; run <= input.runs; run++) {
      bare.push(await time(() => listBare(input, prefix), input.expected));
      ours.push(await time(() => listOurs(input, prefix), input.expected));
    }
    times[prefix] = { bare: bare.slice(1), ours: ours.slice(1) };
  }
  return times;
}

/** Milliseconds of one listing of everything, by us. */
export async function measureOurs(input: Pick<ListingInput, 'settings' | 'expected'>): Promise<number> {
  return time(() => listOurs(input, ''), input.expected);
}
