import { expect, test } from 'vitest';
import type { StorageSettings } from '#core/model/storage.ts';
import { makeMinter } from '#core/storage/azure/sas.ts';
import { s3Policy } from '#core/storage/s3/patient.ts';
import { makeSigner } from '#core/storage/s3/sign.ts';
import { openStore } from '#core/storage/registry.ts';
import { reportText, verdictOf } from '#core/workspace/doctor/verdict.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { examined } from '#test/fakes/examined.ts';
import { makeGcsBucket } from '#test/fakes/gcs-buckets.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';
import { gatewayAccess, serverAccess, staticEndpoint } from '#test/servers/access.ts';
import { assumePolicy } from '#test/servers/minio-session.ts';

const s3Lines = [
  'reach credentials clock region list read range',
  'cors-GET cors-HEAD cors-PUT cors-POST cors-DELETE',
  'write conditional remove',
  'header-ETag header-Content-Range header-Content-Length header-Accept-Ranges header-Last-Modified header-Date',
  'header-x-amz-request-id',
]
  .join(' ')
  .split(' ');

async function filledBucket(server: 'minio' | 'noCors' = 'minio', keys = ['a/1.jpg', 'b/2.jpg']) {
  const bucket = await makeBucket(server);
  const direct = { ...bucket.settings, endpoint: serverAccess('minio').endpoint };
  const store = await openStore(direct, bucket.credentials, makePorts());
  for (const key of keys) await store.write(key, new Blob(['picture']));
  const keysNow = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const page of store.list({})) found.push(...page.objects.map(({ key }) => key));
    return found;
  };
  return { ...bucket, keysNow };
}

test('a healthy bucket passes every line, and is left as it was', async () => {
  const { settings, credentials, keysNow } = await filledBucket();
  const exam = await examined({ ...settings, prefix: 'a/' }, credentials);
  expect(exam.ended).toEqual({ passed: s3Lines });
  expect(exam.line('read').finding).toBe('1.jpg, 7 B');
  expect(exam.line('list').finding).toBe('1 object under the prefix');
  expect(verdictOf(exam.checks).words).toBe('This page may read and write');
  expect(await keysNow()).toEqual(['a/1.jpg', 'b/2.jpg']);
});

test('an empty bucket is read by what the doctor wrote', async () => {
  const { settings, credentials, keysNow } = await filledBucket('minio', []);
  const exam = await examined(settings, credentials);
  expect(exam.ended).toEqual({ passed: s3Lines });
  expect(exam.line('read').finding).toContain('.bucketmark-check-');
  expect(await keysNow()).toEqual([]);
});

test('a bucket without a rule: the methods fail with the rule for this page, and the rest waits for GET', async () => {
  const { settings, credentials } = await filledBucket('noCors');
  const exam = await examined(settings, credentials);
  expect(exam.ended).toMatchObject({
    passed: ['reach'],
    failed: ['cors-GET', 'cors-HEAD', 'cors-PUT', 'cors-POST', 'cors-DELETE'],
  });
  expect(exam.line('list')).toMatchObject({ state: 'skipped', finding: 'Waits for CORS: GET' });
  expect(exam.line('conditional').finding).toBe('Waits for CORS: PUT');
  const { advice } = exam.line('cors-PUT');
  expect(advice).toMatchObject({ rule: true, title: 'Let this page write to the bucket' });
  const command = advice?.ways.find(({ title }) => title === 'Command')?.text ?? '';
  expect(command).toContain(`--bucket ${settings.bucket}`);
  expect(command).toContain(location.origin);
  expect(verdictOf(exam.checks).words).toBe('One thing to fix: no rule lets this page in');
});

test('a wrong secret, a wrong region and a wrong clock each fail their own line', async () => {
  const { settings, credentials } = await filledBucket();
  const secret = await examined(settings, { ...credentials, secretAccessKey: 'wrong' });
  expect(secret.line('credentials')).toMatchObject({
    state: 'failed',
    code: 'credentials-invalid',
    advice: { newKeys: true },
  });
  expect(secret.line('list').finding).toBe('Waits for Credentials');
  expect(secret.line('cors-PUT').state).toBe('passed');

  const region = await examined({ ...settings, region: 'eu-west-1' }, credentials);
  expect(region.line('region')).toMatchObject({
    state: 'failed',
    advice: { fix: { field: 'region', value: 'us-east-1' } },
  });

  const late = await examined(settings, credentials, makePorts({ clock: makeClock(-40 * 60_000) }));
  expect(late.line('clock')).toMatchObject({ state: 'failed', code: 'clock-skew' });
  expect(verdictOf(late.checks).words).toBe('One thing to fix: the clock of this device is off');

  const slow = await examined(settings, credentials, makePorts({ clock: makeClock(-6 * 60_000) }));
  expect(slow.line('clock')).toMatchObject({ state: 'warning', finding: '6 min behind the server' });
});

test('the policy for a source reads and does not write; the one for a target does all', async () => {
  const { settings, credentials, keysNow } = await filledBucket();
  const under = { ...settings, prefix: 'a/' };
  const source = await examined(
    under,
    await assumePolicy({ ...serverAccess('minio'), ...credentials }, s3Policy(under, 'source')),
  );
  expect(source.line('read').state).toBe('passed');
  expect(source.line('write')).toMatchObject({ state: 'failed', code: 'forbidden' });
  expect(source.line('write').advice?.ways.find(({ title }) => title === 'Policy as JSON')?.text).toContain(
    's3:PutObject',
  );
  expect(verdictOf(source.checks).words).toBe('One thing to fix: this page may read, but not write');

  const keys = await assumePolicy({ ...serverAccess('minio'), ...credentials }, s3Policy(under, 'target'));
  const target = await examined(under, keys);
  expect(target.ended).toEqual({ passed: s3Lines });
  // Uploads that are to go on are looked for.
  const url = `${settings.endpoint}/${settings.bucket}`;
  const query = { uploads: '', prefix: 'a/large.bin' };
  const sign = makeSigner(keys, settings.region);
  const uploads = await fetch(await sign({ method: 'GET', url, query, now: Date.now(), expiresSeconds: 60 }));
  expect(uploads.status).toBe(200);
  // Beside the prefix it may nothing.
  const beside = await examined({ ...settings, prefix: 'b/' }, keys);
  expect(beside.line('list')).toMatchObject({ state: 'failed', code: 'forbidden' });
  expect(beside.line('credentials').state).toBe('passed');
  expect(await keysNow()).toEqual(['a/1.jpg', 'b/2.jpg']);
});

test('what may not be removed is said to stay', async () => {
  const { settings, credentials, keysNow } = await filledBucket('minio', ['a/1.jpg']);
  const policy = JSON.parse(JSON.stringify(s3Policy(settings, 'target')).replace('"s3:DeleteObject",', ''));
  const exam = await examined(
    settings,
    await assumePolicy({ ...serverAccess('minio'), ...credentials }, policy),
  );
  expect(exam.line('remove')).toMatchObject({ state: 'warning', code: 'forbidden' });
  const left = (await keysNow()).find((key) => key !== 'a/1.jpg');
  expect(left).toMatch(/^\.bucketmark-check-[0-9a-f]{8}\.txt$/);
  expect(exam.line('remove').finding).toContain(`${left} stays in the bucket`);
});

test('who stops listening leaves nothing behind', async () => {
  const { settings, credentials, keysNow } = await filledBucket();
  const { examine } = await import('#core/workspace/doctor/examine.ts');
  for await (const check of examine({ settings, credentials }, makePorts())) {
    if (check.id === 'write' && check.state === 'passed') break;
  }
  expect(await keysNow()).toEqual(['a/1.jpg', 'b/2.jpg']);
});

test('the report holds every line and no secret', async () => {
  const { settings, credentials } = await filledBucket();
  const { checks } = await examined(settings, { ...credentials, secretAccessKey: 'very-secret' });
  const text = reportText(checks, { address: 's3://x/', origin: location.origin, at: new Date(0) });
  expect(text).toContain('failed   Credentials: The bucket refused the signature');
  expect(text).toContain('One thing to fix: the credentials are not accepted. 6 of 22');
  expect(text).not.toContain('very-secret');
});

test('Azure: healthy, a signature that only reads, and an account without a rule', async () => {
  const { settings, credentials } = await makeContainer();
  const healthy = await examined(settings, credentials);
  expect(healthy.ended).toEqual({ passed: healthy.checks.map(({ id }) => id) });
  expect(healthy.checks.map(({ id }) => id)).not.toContain('cors-POST');

  const store = await openStore(settings, credentials, makePorts());
  await store.write('1.jpg', new Blob(['picture']));
  const { account, container } = settings;
  const sas = await makeMinter(credentials.key)?.({
    account,
    container,
    permissions: 'rl',
    expires: Date.now() + 600_000,
  });
  const reader = await examined(settings, { kind: 'azure-sas', sas: sas ?? '' });
  expect(reader.ended['failed']).toEqual(['write']);
  expect(reader.line('write').advice?.ways.find(({ title }) => title === 'Command')?.text).toContain(
    '--permissions rcwdl',
  );

  const endpoint = settings.endpoint.replace(settings.account, 'bucketmarknocors');
  const without = await examined({ ...settings, account: 'bucketmarknocors', endpoint }, credentials);
  expect(without.line('cors-PUT')).toMatchObject({ state: 'failed', advice: { rule: true } });
  expect(without.line('write').finding).toBe('Waits for CORS: PUT');
});

test('Google needs no rule, Redis neither', async () => {
  const { settings, credentials, ports } = await makeGcsBucket();
  const google = await examined(settings, credentials, ports);
  expect(google.ended).toEqual({ passed: google.checks.map(({ id }) => id) });

  const { endpoint, user, secret } = gatewayAccess('webdis');
  const prefix = `doctor-${crypto.randomUUID()}/`;
  const redis: StorageSettings = {
    provider: 'redis',
    gateway: 'webdis',
    endpoint,
    database: 1,
    prefix,
    anonymous: false,
  };
  const database = await examined(redis, { kind: 'redis-password', user, password: secret });
  expect(database.ended).toEqual({
    passed: [
      'reach',
      'credentials',
      'list',
      'read',
      'range',
      'cors-POST',
      'cors-PUT',
      'write',
      'conditional',
      'remove',
    ],
  });
  const closed = await examined(
    { ...redis, endpoint: gatewayAccess('webdisNoCors').endpoint },
    { kind: 'redis-password', user, password: secret },
  );
  expect(closed.ended['failed']).toEqual(['cors-POST', 'cors-PUT']);
});

test('a list of addresses is only read, and the device is asked for nothing that it has not', async () => {
  const list = await examined(
    { provider: 'urls', urls: [`${staticEndpoint()}/open/hello.txt`], prefix: '' },
    undefined,
  );
  expect(list.checks.map(({ id }) => id)).not.toContain('write');
  expect(list.ended).toMatchObject({ warning: ['header-Accept-Ranges'] });
  expect(list.ended).not.toHaveProperty('failed');
  expect(verdictOf(list.checks).words).toBe('This page may read; 1 thing could be better');
  const closed = await examined(
    { provider: 'urls', urls: [`${staticEndpoint()}/no-cors/hello.txt`], prefix: '' },
    undefined,
  );
  expect(closed.ended['failed']).toEqual(['cors-GET', 'cors-HEAD']);
  expect(closed.line('cors-GET').advice?.ways.map(({ title }) => title)).toEqual([
    'nginx',
    'Headers',
    'By hand',
  ]);
  const device = await examined(
    { provider: 'device', folder: `doctor-${crypto.randomUUID()}`, prefix: '' },
    undefined,
  );
  expect(device.ended).toEqual({ passed: ['list', 'read', 'range', 'write', 'conditional', 'remove'] });
});

test('nobody answers: one line fails and the rest waits for it', async () => {
  const { settings, credentials } = await makeBucket();
  const exam = await examined({ ...settings, endpoint: 'http://127.0.0.1:1' }, credentials);
  expect(exam.ended['failed']).toEqual(['reach']);
  expect(
    exam.checks.filter(({ id }) => id !== 'reach').every(({ finding }) => finding === 'Waits for Reachable'),
  ).toBe(true);
});
