import { describe, expect, test } from 'vitest';
import type { S3Role, S3Settings } from '#core/model/storage.ts';
import type { Fetch } from '#core/ports.ts';
import { openStore } from '#core/storage/registry.ts';
import { stsEndpoint } from '#core/storage/s3/role.ts';
import { fieldsOf } from '#test/fakes/asked.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';
import { serverAccess } from '#test/servers/access.ts';
import { makeMinioUser } from '#test/servers/minio-user.ts';

const role: S3Role = { arn: 'arn:aws:iam::123456789012:role/annotators', externalId: 'blue door' };

/** The network, what was asked of STS, and the keys that other requests carried. */
function watched(mend: (answer: Response, nth: number) => Response | Promise<Response> = (answer) => answer) {
  const asked: URLSearchParams[] = [];
  const used = new Set<string>();
  const through: Fetch = async (input, init) => {
    const { url, method } = new Request(input, init);
    if (method === 'POST' && new URL(url).pathname === '/') {
      asked.push(fieldsOf(init));
      return mend(await fetch(input, init), asked.length);
    }
    used.add(/X-Amz-Credential=([^%]+)/.exec(url)?.[1] ?? '');
    return fetch(input, init);
  };
  return { asked, used, through };
}

describe("a role, at MinIO's own STS", () => {
  test('is taken on once for all that ask, and its keys are the ones that are used', async () => {
    const { settings, credentials } = await makeBucket();
    const user = await makeMinioUser(serverAccess('minio'), 'readwrite');
    const { asked, used, through } = watched();
    const store = await openStore(settings, { ...user, role }, makePorts({ fetch: through }));
    await Promise.all(['a', 'b', 'c'].map((key) => store.write(key, new Blob([key]))));
    expect(await (await store.read('b')).text()).toBe('b');
    const large = new Blob([new Uint8Array(9 * 2 ** 20)]);
    await store.write('large', large);
    expect((await store.stat('large')).size).toBe(large.size);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: role.arn,
      ExternalId: 'blue door',
    });
    expect([...used]).not.toContain(user.accessKeyId);
    // Another client, without any key.
    const shared = await store.presign('b', 60);
    expect(await (await fetch(shared)).text()).toBe('b');
    expect(credentials.accessKeyId).not.toBe(user.accessKeyId);
  });

  test('may do what its user may, and no more', async () => {
    const { settings, credentials } = await makeBucket();
    await (await openStore(settings, credentials, makePorts())).write('a', new Blob(['a']));
    const user = await makeMinioUser(serverAccess('minio'), 'readonly');
    const store = await openStore(settings, { ...user, role }, makePorts());
    expect(await (await store.read('a')).text()).toBe('a');
    await expect(store.write('b', new Blob(['b']))).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is taken on anew before its keys lapse', async () => {
    const { settings } = await makeBucket();
    const user = await makeMinioUser(serverAccess('minio'), 'readwrite');
    let offset = 0;
    const { asked, through } = watched(async (answer, nth) => {
      const soon = new Date(Date.now() + 20 * 60_000).toISOString();
      const text = await answer.text();
      const changed = nth === 1 ? text.replace(/(?<=<Expiration>)[^<]+/, soon) : text;
      return new Response(changed, { status: answer.status });
    });
    const clock = { ...makeClock(), now: () => Date.now() + offset };
    const store = await openStore(settings, { ...user, role }, makePorts({ fetch: through, clock }));
    await store.write('a', new Blob(['a']));
    offset = 4 * 60_000;
    await store.read('a');
    expect(asked).toHaveLength(1);
    // A read is signed for 15 minutes, and these keys hold for less.
    offset = 11 * 60_000;
    await Promise.all([store.read('a'), store.stat('a'), store.read('a')]);
    expect(asked).toHaveLength(2);
  });

  test('is taken on anew when its keys are refused', async () => {
    const { settings } = await makeBucket();
    const user = await makeMinioUser(serverAccess('minio'), 'readwrite');
    const { asked, through } = watched(async (answer, nth) => {
      const text = await answer.text();
      // Keys that were taken back.
      const changed = nth === 1 ? text.replace(/(?<=<AccessKeyId>)[^<]+/, 'GONE1234567890ABCDEF') : text;
      return new Response(changed, { status: answer.status });
    });
    const store = await openStore(settings, { ...user, role }, makePorts({ fetch: through }));
    await store.write('a', new Blob(['a']));
    expect(asked).toHaveLength(2);
    await expect(store.stat('missing')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is not given for a wrong secret, nor to a wrong key', async () => {
    const { settings } = await makeBucket();
    const user = await makeMinioUser(serverAccess('minio'), 'readwrite');
    const wrong = await openStore(settings, { ...user, secretAccessKey: 'wrong', role }, makePorts());
    await expect(wrong.read('a')).rejects.toMatchObject({ code: 'credentials-invalid', operation: 'open' });
    const nobody = await openStore(
      settings,
      { accessKeyId: 'nobody', secretAccessKey: 'x', role },
      makePorts(),
    );
    await expect(nobody.read('a')).rejects.toMatchObject({ code: 'credentials-invalid' });
  });
});

const amazon: S3Settings = {
  provider: 's3',
  bucket: 'b',
  prefix: '',
  region: 'eu-west-1',
  endpoint: '',
  addressing: 'virtual',
  anonymous: false,
};

test.each<[Partial<S3Settings>, Partial<S3Role>, string]>([
  [{}, {}, 'https://sts.eu-west-1.amazonaws.com'],
  [{ region: 'us-gov-west-1' }, {}, 'https://sts.us-gov-west-1.amazonaws.com'],
  [{ region: 'cn-north-1' }, {}, 'https://sts.cn-north-1.amazonaws.com.cn'],
  [
    { region: 'cn-north-1', endpoint: 'https://s3.cn-north-1.amazonaws.com.cn' },
    {},
    'https://sts.cn-north-1.amazonaws.com.cn',
  ],
  [{ endpoint: 'https://minio.example:9000' }, {}, 'https://minio.example:9000'],
  [{ endpoint: 'https://s3.example' }, { endpoint: 'https://sts.example/' }, 'https://sts.example'],
])('%j with %j asks %s', (changes, said, endpoint) => {
  expect(stsEndpoint({ ...amazon, ...changes }, { arn: '', ...said })).toBe(endpoint);
});

test.each([
  [
    403,
    'AccessDenied',
    'User: arn:aws:iam::1:user/u is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::2:role/r',
    'forbidden',
    'The key that ends in "ABCD" may not take on the role "arn:aws:iam::123456789012:role/annotators".',
  ],
  [
    403,
    'InvalidClientTokenId',
    'invalid',
    'credentials-invalid',
    'does not know the key ID that ends in "ABCD"',
  ],
  [
    400,
    'ValidationError',
    '1 validation error: roleArn',
    'credentials-invalid',
    '1 validation error: roleArn',
  ],
  [403, 'ExpiredToken', 'expired', 'credentials-expired', 'has expired'],
  [403, 'SignatureDoesNotMatch', 'Signature expired: 1 is now earlier than 2', 'clock-skew', 'clock'],
  [403, 'RegionDisabledException', 'off', 'wrong-region', 'turned off in this region'],
  [503, 'ServiceUnavailable', 'busy', 'throttled', 'just now'],
  [200, '', '', 'unexpected', 'not as STS does'],
])('says what STS means by %i %s', async (status, code, said, expected, words) => {
  const body = `<ErrorResponse><Error><Code>${code}</Code><Message>${said}</Message></Error></ErrorResponse>`;
  const ports = makePorts({ fetch: async () => new Response(body, { status }) });
  const credentials = { accessKeyId: 'AKIA12345678ABCD', secretAccessKey: 'do not show', role };
  const store = await openStore(amazon, credentials, ports);
  const failing = store.read('a');
  await expect(failing).rejects.toMatchObject({ code: expected, message: expect.stringContaining(words) });
  const error = await failing.catch((reason: unknown) => JSON.stringify(reason) + String(reason));
  expect(error).not.toContain('do not show');
});
