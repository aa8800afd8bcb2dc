import { describe, expect, test } from 'vitest';
import { isError, type StorageError } from '#core/errors.ts';
import { openAzureStore } from '#core/storage/azure/store.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makePorts } from '#test/fakes/ports.ts';

async function failure(action: Promise<unknown>): Promise<StorageError> {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isError(error, 'storage')) throw new Error('expected a StorageError', { cause: error });
  return error;
}

describe('an account without a CORS rule, in a real browser', () => {
  test('is told from one that is not there, with the command and the rule to paste', async () => {
    const { settings, credentials } = await makeContainer();
    const account = `${settings.account}nocors`;
    const endpoint = settings.endpoint.replace(settings.account, account);
    const store = openAzureStore({ ...settings, account, endpoint }, credentials, makePorts());
    const error = await failure(store.list({})[Symbol.asyncIterator]().next());
    const { origin } = location;
    expect(error).toMatchObject({
      code: 'cors',
      message: `This page may not read "${settings.container}": the account "${account}" has no rule for ${origin}.`,
    });
    const [command, rule] = error.remedy?.snippets ?? [];
    expect(command?.text).toMatch(
      /^az storage cors add --services b --methods GET HEAD PUT DELETE OPTIONS --origins \S+ --allowed-headers '\*' --exposed-headers ETag /,
    );
    expect(command?.text).toContain(`--origins ${origin} `);
    expect(JSON.parse(rule?.text ?? '')).toMatchObject({
      cors: { corsRules: [{ allowedOrigins: [origin], allowedHeaders: ['*'] }] },
    });
    expect(await failure(store.write('a', new Blob(['x'])))).toMatchObject({
      code: 'cors',
      message: expect.stringContaining('This page may not write to'),
    });
  });

  test('is told from a server that is not there', async () => {
    const { settings, credentials } = await makeContainer();
    const nobody = { ...settings, endpoint: 'http://127.0.0.1:9/bucketmark' };
    const store = openAzureStore(nobody, credentials, makePorts());
    expect(await failure(store.read('a'))).toMatchObject({
      code: 'offline',
      message: '127.0.0.1:9 does not answer.',
    });
  });

  test('a refusal of HEAD keeps its reason in a page', async () => {
    const { settings, credentials } = await makeContainer();
    const missing = openAzureStore({ ...settings, container: 'nothing-here' }, credentials, makePorts());
    expect((await failure(missing.stat('a'))).message).toContain('There is no container "nothing-here"');
  });

  test('a page uploads large objects in blocks', async () => {
    const { settings, credentials } = await makeContainer();
    const store = openAzureStore(settings, credentials, makePorts());
    const body = new Blob([Uint32Array.from({ length: 17 * 2 ** 18 }, (_, i) => i), 'end']);
    const written = await store.write('large +%.bin', body, { ifNoneMatch: '*' });
    expect(await store.stat('large +%.bin')).toMatchObject({ size: body.size, etag: written.etag });
  });
});
