import { expect, test } from 'vitest';
import { openTestRedis } from '#test/fakes/redis.ts';
import { gatewayAccess } from '#test/servers/access.ts';

test('a gateway that keeps its answers from pages is named, with the headers it lacks', async () => {
  const { endpoint } = gatewayAccess('webdisNoCors');
  const store = openTestRedis('webdis', { settings: { endpoint } });
  const { host } = new URL(endpoint);
  await expect(store.stat('a')).rejects.toMatchObject({
    code: 'cors',
    message: `${host} answers, but does not let ${location.origin} read it.`,
    remedy: {
      snippets: [
        {
          title: 'Headers',
          text: [
            `Access-Control-Allow-Origin: ${location.origin}`,
            'Access-Control-Allow-Methods: POST, PUT, OPTIONS',
            'Access-Control-Allow-Headers: Authorization, Content-Type, Upstash-Encoding',
          ].join('\n'),
        },
      ],
    },
  });
});

test('a wrong password is told apart from a missing rule', async () => {
  const credentials = { kind: 'redis-password', user: 'annotator', password: 'wrong' } as const;
  await expect(openTestRedis('webdis', { credentials }).stat('a')).rejects.toMatchObject({
    code: 'credentials-invalid',
  });
});

test('a value that is too large is named', async () => {
  const large = new Blob([new Uint8Array(1024 * 1024 + 1)]);
  await expect(openTestRedis('upstash').write('large', large)).rejects.toMatchObject({ code: 'too-large' });
});
