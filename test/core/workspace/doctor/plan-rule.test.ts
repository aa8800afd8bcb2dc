import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { makeSigner } from '#core/storage/s3/sign.ts';
import { planRule, whyNotApply } from '#core/workspace/doctor/plan-rule.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makeGcsBucket } from '#test/fakes/gcs-buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { startAzurite } from '#test/servers/start.ts';
import { startS3rver } from '#test/servers/s3rver.ts';

const corsSchema = v.object({ cors: v.array(v.unknown()) });
const { origin } = makePorts().host;

test('S3: the rule comes beside those that are there, once however often it is applied', async () => {
  const server = await startS3rver(['cams']);
  try {
    const { endpoint, region, ...credentials } = server.access;
    const settings = {
      provider: 's3',
      bucket: 'cams',
      prefix: '',
      region,
      endpoint,
      addressing: 'path',
      anonymous: false,
    } as const;
    const sign = makeSigner(credentials, region);
    const other =
      '<CORSConfiguration><CORSRule><AllowedOrigin>https://other.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>';
    const url = await sign({
      method: 'PUT',
      url: `${endpoint}/cams`,
      query: { cors: '' },
      now: Date.now(),
      expiresSeconds: 60,
    });
    expect((await fetch(url, { method: 'PUT', body: other })).status).toBe(200);

    const plan = await planRule({ settings, credentials }, makePorts());
    expect(plan).toMatchObject({ kept: 1, replaced: 0 });
    expect(plan.text).toContain('https://other.example');
    await plan.apply();
    const again = await planRule({ settings, credentials }, makePorts());
    expect(again).toMatchObject({ kept: 1, replaced: 1 });
    await again.apply();

    const preflight = await fetch(`${endpoint}/cams/x`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(
      (await fetch(`${endpoint}/cams/x`, { headers: { origin: 'https://other.example' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('https://other.example');
  } finally {
    await server.stop();
  }
});

test('MinIO keeps no rule for a bucket, and that is said', async () => {
  const { settings, credentials } = await makeBucket();
  const plan = planRule({ settings, credentials }, makePorts()).then((made) => made.apply());
  await expect(plan).rejects.toMatchObject({
    tag: 'storage',
    message: expect.stringContaining('keeps no rules'),
  });
});

test('Azure: the rule comes into the properties of the account, and the others stay', async () => {
  const server = await startAzurite();
  try {
    const account = 'bucketmarknocors';
    const credentials = { kind: 'azure-key', key: server.access.secretAccessKey } as const;
    const endpoint = `${server.access.endpoint}/${account}`;
    const settings = {
      provider: 'azure',
      account,
      container: 'cams',
      prefix: '',
      endpoint,
      anonymous: false,
    } as const;
    const other = makePorts({ host: { origin: 'https://other.example', kind: 'web' } });
    await (await planRule({ settings, credentials }, other)).apply();
    const plan = await planRule({ settings, credentials }, makePorts());
    expect(plan).toMatchObject({ kept: 1, replaced: 0 });
    await plan.apply();
    expect(await planRule({ settings, credentials }, makePorts())).toMatchObject({ kept: 1, replaced: 1 });
    const preflight = await fetch(`${endpoint}/cams/x`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'x-ms-blob-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
  } finally {
    await server.stop();
  }
});

describe('Google', () => {
  const settings = {
    provider: 'gcs',
    bucket: 'cams',
    prefix: '',
    projectId: '',
    endpoint: '',
    anonymous: false,
  } as const;
  const credentials = { kind: 'gcs-token', accessToken: 'ya29.x' } as const;

  /** Answers as Google documents; fake-gcs-server forgets what it is told of CORS. */
  function standIn({ forgets = false, status = 200 } = {}) {
    let cors: unknown[] = [{ origin: ['https://other.example'], method: ['GET'] }];
    const seen: { method: string; url: string; authorization: string | null }[] = [];
    const answer: Fetch = async (input, init) => {
      const request = new Request(input, init);
      const { method, url } = request;
      seen.push({ method, url, authorization: request.headers.get('authorization') });
      if (status !== 200) return Response.json({ error: { message: 'no' } }, { status });
      if (method === 'PATCH' && !forgets) ({ cors } = v.parse(corsSchema, await request.json()));
      return Response.json({ cors });
    };
    return { ports: makePorts({ fetch: answer }), seen, now: () => cors };
  }

  test('the rule comes beside those that are there', async () => {
    const google = standIn();
    const plan = await planRule({ settings, credentials }, google.ports);
    expect(plan).toMatchObject({ kept: 1, replaced: 0 });
    await plan.apply();
    expect(google.now()).toMatchObject([
      { origin: ['https://other.example'] },
      { origin: [origin], method: expect.arrayContaining(['DELETE']) },
    ]);
    expect(google.seen.at(-1)).toEqual({
      method: 'PATCH',
      url: 'https://storage.googleapis.com/storage/v1/b/cams?fields=cors',
      authorization: 'Bearer ya29.x',
    });
  });

  test('fake-gcs-server forgets it, which is noticed', async () => {
    const { ports, ...subject } = await makeGcsBucket();
    const plan = await planRule(subject, ports);
    await expect(plan.apply()).rejects.toThrow('did not keep the rules');
  });

  test('a server that forgets it, and credentials that may not, change nothing and say so', async () => {
    const plan = await planRule({ settings, credentials }, standIn({ forgets: true }).ports);
    await expect(plan.apply()).rejects.toThrow('did not keep the rules');
    await expect(planRule({ settings, credentials }, standIn({ status: 403 }).ports)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

test('says why the rule cannot be applied from here', () => {
  const { host } = makePorts();
  const s3 = {
    provider: 's3',
    bucket: 'b',
    prefix: '',
    region: 'us-east-1',
    endpoint: '',
    addressing: 'virtual',
    anonymous: false,
  } as const;
  const keys = { accessKeyId: 'a', secretAccessKey: 'b' };
  const closed = [{ id: 'cors-PUT', title: 'CORS: PUT', state: 'failed', finding: '' }] as const;
  expect(whyNotApply({ settings: s3, credentials: keys }, host, [])).toBeUndefined();
  expect(whyNotApply({ settings: s3, credentials: undefined }, host, [])).toContain('without any');
  expect(whyNotApply({ settings: s3, credentials: keys }, host, closed)).toContain('The extension can');
  const azure = {
    provider: 'azure',
    account: 'a',
    container: 'c',
    prefix: '',
    endpoint: '',
    anonymous: false,
  } as const;
  expect(
    whyNotApply({ settings: azure, credentials: { kind: 'azure-sas', sas: 'sv=1&sr=c&sig=x' } }, host, []),
  ).toContain('container');
  expect(
    whyNotApply({ settings: azure, credentials: { kind: 'azure-sas', sas: 'sv=1&srt=sco&sig=x' } }, host, []),
  ).toBeUndefined();
});
