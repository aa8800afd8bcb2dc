import { describe, expect, test } from 'vitest';
import type { RedisCredentials } from '#core/model/storage.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { openTestRedis } from '#test/fakes/redis.ts';
import { gatewayAccess } from '#test/servers/access.ts';
import { freePort } from '#test/servers/process.ts';

async function listed(store: ObjectStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { objects } of store.list({})) keys.push(...objects.map(({ key }) => key));
  return keys;
}

/** Runs a command as the owner. */
async function command(...words: string[]): Promise<void> {
  const { endpoint, secret } = gatewayAccess('upstashStandIn');
  const headers = { authorization: `Bearer ${secret}` };
  const done = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(words) });
  if (!done.ok) throw new Error(await done.text());
}

const password = (user: string, secret: string): RedisCredentials => ({
  kind: 'redis-password',
  user,
  password: secret,
});

describe('what Webdis refuses', () => {
  const { host } = new URL(gatewayAccess('webdis').endpoint);

  test('a wrong password, and none', async () => {
    const wrong = openTestRedis('webdis', { credentials: password('annotator', 'wrong') });
    await expect(listed(wrong)).rejects.toMatchObject({
      code: 'credentials-invalid',
      message: `${host} refuses the user and the password.`,
      operation: 'list',
      status: 403,
    });
    await expect(listed(openTestRedis('webdis', { credentials: undefined }))).rejects.toMatchObject({
      code: 'credentials-invalid',
      message: `${host} asks for the user and the password.`,
    });
  });

  test('a command that its list does not allow', async () => {
    await openTestRedis('webdis').write('webdis/readable', new Blob(['x']));
    const reader = openTestRedis('webdis', { credentials: password('reader', 'reads') });
    expect(await (await reader.read('webdis/readable')).text()).toBe('x');
    await expect(reader.write('webdis/denied', new Blob(['x']))).rejects.toMatchObject({
      code: 'forbidden',
      message: `${host} does not allow these credentials every command that is needed.`,
      key: 'webdis/denied',
    });
  });

  test('a database that is not there, and writes to no other', async () => {
    const nowhere = openTestRedis('webdis', { settings: { database: 99 } });
    await expect(nowhere.write('webdis/99', new Blob(['x']))).rejects.toMatchObject({
      code: 'not-found',
      message: `Redis behind ${host} has no database 99.`,
    });
    await expect(openTestRedis('webdis').stat('webdis/99')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a value that is too large, though it only hangs up', async () => {
    const message = `${host} takes no value as large as "webdis/large". Nothing was written.`;
    const hangsUp = makePorts({
      fetch: async (input, init) => {
        if (init?.method === 'PUT') throw new TypeError('terminated');
        return fetch(input, init);
      },
    });
    await expect(
      openTestRedis('webdis', { ports: hangsUp }).write('webdis/large', new Blob(['x'])),
    ).rejects.toMatchObject({ code: 'too-large', message });
    const part = new Uint8Array(16 * 1024 * 1024);
    const beyond = new Blob(Array.from({ length: 8 }, () => part));
    await expect(openTestRedis('webdis').write('webdis/large', beyond)).rejects.toMatchObject({
      code: 'too-large',
      message,
    });
  });
});

describe("what Upstash' protocol refuses (stand-in)", () => {
  const { host } = new URL(gatewayAccess('upstashStandIn').endpoint);

  test('a wrong token', async () => {
    const wrong = openTestRedis('upstash', { credentials: { kind: 'redis-token', token: 'wrong' } });
    await expect(listed(wrong)).rejects.toMatchObject({
      code: 'credentials-invalid',
      message: `${host} refuses the token.`,
      status: 401,
    });
  });

  test('databases but 0, and large values', async () => {
    const other = openTestRedis('upstash', { settings: { database: 1 } });
    await expect(listed(other)).rejects.toMatchObject({
      code: 'not-found',
      message: 'Upstash has one database, 0, and no 1.',
    });
    const large = new Blob([new Uint8Array(1024 * 1024 + 1)]);
    await expect(openTestRedis('upstash').write('upstash/large', large)).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  test('what a user of Redis may not, while the commands of the remedy are enough', async () => {
    const owner = openTestRedis('upstash');
    await owner.write('mine/there', new Blob(['x']));
    const asUser = (name: string, access: string): ObjectStore =>
      openTestRedis('upstash', {
        settings: { prefix: 'mine/' },
        credentials: { kind: 'redis-token', token: `${name}:${access}` },
      });
    await command('ACL', 'SETUSER', 'nobody', 'on', '>pass', '~mine/*', '-@all', '+ping');
    const refused = await listed(asUser('nobody', 'pass')).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'forbidden' });
    const snippets: unknown = Reflect.get(Object(Reflect.get(Object(refused), 'remedy')), 'snippets');
    const lines = (Array.isArray(snippets) ? snippets : []).map((snippet: { text: string }) => snippet.text);
    expect(lines).toHaveLength(2);
    for (const [i, line] of lines.entries()) {
      const words = line.replaceAll("'", '').replace('PASSWORD', 'pass').replace('bucketmark', `user${i}`);
      await command(...words.split(' '));
    }
    const reader = asUser('user0', 'pass');
    const keys: string[] = [];
    for await (const page of reader.list({ prefix: 'mine/' }))
      keys.push(...page.objects.map(({ key }) => key));
    expect(keys).toEqual(['mine/there']);
    expect(await (await reader.read('mine/there', { range: { start: 0, end: 0 } })).text()).toBe('x');
    expect((await reader.read('mine/there')).size).toBe(1);
    await expect(reader.write('mine/new', new Blob(['x']))).rejects.toMatchObject({ code: 'forbidden' });
    const writer = asUser('user1', 'pass');
    const { etag } = await writer.write('mine/new', new Blob(['x']), { ifNoneMatch: '*' });
    await writer.write('mine/new', new Blob(['y']), { ifMatch: etag });
    await writer.remove('mine/new');
    await expect(writer.write('yours/new', new Blob(['x']))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('what either gateway answers', () => {
  const answering = (status: number, body: string): ObjectStore =>
    openTestRedis('webdis', { ports: makePorts({ fetch: async () => new Response(body, { status }) }) });

  test.each([
    [503, '', 'offline', /answers, but it does not reach its Redis/],
    [413, '', 'too-large', /takes no value as large/],
    [429, '', 'throttled', /takes no more requests/],
    [200, '<html>', 'unexpected', /answers, but not as Webdis does \(200\)/],
    [200, '-NOAUTH Authentication required.\r\n', 'credentials-invalid', /asks for a password/],
    [200, '-WRONGPASS invalid username-password pair\r\n', 'credentials-invalid', /refuses the password/],
    [200, '-READONLY You can not write\r\n', 'forbidden', /only reads/],
    [200, "-OOM command not allowed when used memory > 'maxmemory'.\r\n", 'unexpected', /no memory left/],
    [200, '-LOADING Redis is loading the dataset in memory\r\n', 'throttled', /no requests at the moment/],
    [200, '$100\r\ncut', 'unexpected', /not as Webdis does/],
  ])('%i %j is %s', async (status, body, code, message) => {
    await expect(answering(status, body).read('a')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('nothing at all', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    await expect(openTestRedis('webdis', { settings: { endpoint } }).read('a')).rejects.toMatchObject({
      code: 'offline',
      message: `${new URL(endpoint).host} does not answer.`,
    });
  });
});
