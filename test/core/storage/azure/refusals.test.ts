import {
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { beforeAll, describe, expect, test } from 'vitest';
import { isError, type StorageError } from '#core/errors.ts';
import type { AzureCredentials, AzureSettings } from '#core/model/storage.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { openAzureStore } from '#core/storage/azure/store.ts';
import { makeContainer, type TestContainer } from '#test/fakes/azure-containers.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';

/** The error that an action ends in. */
async function failure(action: Promise<unknown>): Promise<StorageError> {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isError(error, 'storage')) throw new Error('expected a StorageError', { cause: error });
  return error;
}

async function listOnce(store: ObjectStore): Promise<void> {
  for await (const _ of store.list({ pageSize: 1 })) return;
}

describe('what Azurite refuses', () => {
  let good: TestContainer;
  beforeAll(async () => {
    good = await makeContainer();
    await open().write('there.jpg', new Blob(['x']));
  });

  function open(
    credentials: AzureCredentials | undefined = good.credentials,
    settings: Partial<AzureSettings> = {},
    clockMs = 0,
  ): ObjectStore {
    const ports = makePorts({ clock: makeClock(clockMs) });
    return openAzureStore({ ...good.settings, ...settings }, credentials, ports);
  }

  /** A signature as the portal would make it. */
  function sas(permissions: string, minutes = 60): AzureCredentials {
    const { account, container } = good.settings;
    const made = generateBlobSASQueryParameters(
      {
        containerName: container,
        permissions: ContainerSASPermissions.parse(permissions),
        expiresOn: new Date(Date.now() + minutes * 60_000),
        version: '2022-11-02',
      },
      new StorageSharedKeyCredential(account, good.credentials.key),
    );
    return { kind: 'azure-sas', sas: `?${made.toString()}` };
  }

  test('a wrong key', async () => {
    const error = await failure(listOnce(open({ kind: 'azure-key', key: btoa('another key') })));
    expect(error).toMatchObject({
      code: 'credentials-invalid',
      message: 'The account refused the signature, so this key does not belong to "bucketmark".',
      operation: 'list',
      status: 403,
    });
    const told = JSON.stringify([error.message, error.stack, error.remedy, error.cause]);
    expect(told).not.toContain('sig=');
  });

  test('a key that is no key', async () => {
    const error = await failure(listOnce(open({ kind: 'azure-key', key: 'half a key' })));
    expect(error).toMatchObject({ code: 'credentials-invalid' });
    expect(error.message).not.toContain('half');
  });

  test('an expired signature, with when', async () => {
    const error = await failure(listOnce(open(sas('rl', -5))));
    expect(error).toMatchObject({
      code: 'credentials-expired',
      message: expect.stringMatching(/expired at \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/),
    });
  });

  test('a damaged signature', async () => {
    const { sas: text } = { sas: '', ...sas('rl') };
    const damaged: AzureCredentials = { kind: 'azure-sas', sas: text.replace(/sig=../, 'sig=AA') };
    expect(await failure(listOnce(open(damaged)))).toMatchObject({ code: 'credentials-invalid' });
  });

  test('what a signature does not allow, with the permission to ask for', async () => {
    expect(await failure(listOnce(open(sas('r'))))).toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(/^This signature may not list/),
      remedy: { text: expect.stringContaining('List (l)') },
    });
    const reader = open(sas('rl'));
    await listOnce(reader);
    expect(await (await reader.read('there.jpg')).text()).toBe('x');
    expect(await failure(reader.write('new', new Blob(['x'])))).toMatchObject({ code: 'forbidden' });
    expect(await failure(reader.remove('there.jpg'))).toMatchObject({ code: 'forbidden' });
    expect(await failure(open(sas('l')).stat('there.jpg'))).toMatchObject({
      code: 'forbidden',
      operation: 'stat',
    });
  });

  test('the least that writing needs is enough', async () => {
    const writer = open(sas('cw'));
    const written = await writer.write('by-writer', new Blob(['1']));
    await writer.write('by-writer', new Blob(['2']), { ifMatch: written.etag });
    const large = new Blob([new Uint8Array(9 * 2 ** 20)]);
    expect((await writer.write('large-by-writer', large)).size).toBe(large.size);
  });

  test('a container that is not there', async () => {
    const missing = open(good.credentials, { container: 'no-such-container' });
    const verdict = {
      code: 'not-found',
      message: 'There is no container "no-such-container" in the account "bucketmark".',
    };
    expect(await failure(listOnce(missing))).toMatchObject(verdict);
    expect(await failure(missing.stat('a'))).toMatchObject(verdict);
    expect(await failure(missing.read('a'))).toMatchObject(verdict);
    expect(await failure(missing.remove('a'))).toMatchObject(verdict);
    expect(await failure(missing.write('a', new Blob(['x']), { ifMatch: '0x8' }))).toMatchObject(verdict);
  });

  test('a stranger', async () => {
    const stranger = openAzureStore({ ...good.settings, anonymous: true }, undefined, makePorts());
    expect(await failure(listOnce(stranger))).toMatchObject({ code: 'forbidden' });
  });

  test('an address that lapsed', async () => {
    const store = open(good.credentials, {}, -3_600_000);
    expect((await fetch(await store.presign('there.jpg', 60))).status).toBe(403);
    expect(await (await fetch(await open().presign('there.jpg', 60))).text()).toBe('x');
  });

  test('a name that it would change', async () => {
    expect(await failure(open().write('a\\b', new Blob(['x'])))).toMatchObject({ code: 'invalid-name' });
  });
});
