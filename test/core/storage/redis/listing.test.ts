import { describe, expect, test } from 'vitest';
import type { ObjectInfo, ObjectStore } from '#core/storage/object-store.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { openTestRedis } from '#test/fakes/redis.ts';
import { gatewayAccess } from '#test/servers/access.ts';

async function infos(store: ObjectStore, prefix: string): Promise<ObjectInfo[]> {
  const all: ObjectInfo[] = [];
  for await (const { objects } of store.list({ prefix })) all.push(...objects);
  return all;
}

async function command(path: string): Promise<void> {
  const { endpoint, user, secret } = gatewayAccess('webdis');
  const authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  await fetch(`${endpoint}/0/${path}`, { headers: { authorization } });
}

describe.each(['webdis', 'upstash'] as const)('a listing through %s', (gateway) => {
  const store = openTestRedis(gateway);

  test('takes a prefix letter by letter, whatever it means to SCAN', async () => {
    const prefix = `${gateway} a[b]*?\\^-{c}/`;
    await store.write(`${prefix}1`, new Blob(['x']));
    await store.write(`${gateway} ab1?\\^-{c}/2`, new Blob(['x']));
    expect((await infos(store, prefix)).map(({ key }) => key)).toEqual([`${prefix}1`]);
  });

  test('leaves out what is no string, and keeps it from being overwritten', async () => {
    const key = `${gateway}-kinds/list`;
    await command(`LPUSH/${encodeURIComponent(key)}/item`);
    await command(`SET/${gateway}-kinds%2F%FF%FE/no-text`);
    await store.write(`${gateway}-kinds/string`, new Blob(['x']));
    expect((await infos(store, `${gateway}-kinds/`)).map((info) => info.key)).toEqual([
      `${gateway}-kinds/string`,
    ]);
    const named = {
      message: `"${key}" is a list, hash or set in Redis. Only strings are objects; it was left as it is.`,
    };
    await expect(store.stat(key)).rejects.toMatchObject(named);
    await expect(store.read(key)).rejects.toMatchObject(named);
    await expect(store.write(key, new Blob(['x']))).rejects.toMatchObject(named);
    await expect(store.write(key, new Blob(['x']), { ifNoneMatch: '*' })).rejects.toMatchObject({
      code: 'precondition-failed',
    });
  });

  test('lets one of many writers win', async () => {
    const write = (text: string) => store.write(`${gateway}-race`, new Blob([text]), { ifNoneMatch: '*' });
    const ends = await Promise.allSettled(['1', '2', '3', '4', '5', '6'].map(write));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('never asks for KEYS', async () => {
    const sent: string[] = [];
    const ports = makePorts({
      fetch: (input, init) => {
        if (typeof init?.body === 'string') sent.push(init.body);
        return fetch(input, init);
      },
    });
    await infos(openTestRedis(gateway, { ports }), `${gateway}-kinds/`);
    expect(sent.some((text) => text.includes('SCAN'))).toBe(true);
    expect(sent.filter((text) => /\bKEYS[/"]/i.test(text))).toEqual([]);
  });
});

test('a listing of large values asks Redis for few at a time, and has them all', async () => {
  const store = openTestRedis('webdis', { settings: { database: 5 } });
  const keys = ['large/1', 'large/2', 'large/3'];
  for (const [i, key] of keys.entries()) {
    await store.write(key, new Blob([new Uint8Array(5 * 1024 * 1024).fill(i)]));
  }
  const listed = await infos(store, 'large/');
  expect(listed.map(({ key, size }) => [key, size])).toEqual(keys.map((key) => [key, 5 * 1024 * 1024]));
  expect(new Set(listed.map(({ etag }) => etag)).size).toBe(3);
  for (const key of keys) await store.remove(key);
});

test('databases are apart, and 0 is one of them', async () => {
  const [zero, seven] = [openTestRedis('webdis'), openTestRedis('webdis', { settings: { database: 7 } })];
  await zero.write('apart', new Blob(['zero']));
  await seven.write('apart', new Blob(['seven']));
  expect(await (await zero.read('apart')).text()).toBe('zero');
  expect(await (await seven.read('apart')).text()).toBe('seven');
});
