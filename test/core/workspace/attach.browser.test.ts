import { expect, test } from 'vitest';
import type { Keeping } from '#core/model/storage.ts';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import { makePorts } from '#test/fakes/ports.ts';

const settings = {
  provider: 's3',
  bucket: 'cams',
  prefix: '',
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:9',
  addressing: 'path',
  anonymous: false,
} as const;
const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };

test.each<Keeping>(['sealed', 'session'])(
  'a storage whose credentials are kept %s can be opened as soon as anyone sees it',
  async (keeping) => {
    const house = openHouse(makePorts(), `attach-${crypto.randomUUID()}`);
    const workspace = openWorkspace(house);
    const seen = new Promise((resolve, reject) => {
      workspace.watch(
        () => workspace.storages.list(),
        ([storage]) => {
          if (storage) resolve(house.vault.credentials(storage));
        },
        reject,
      );
    });
    await workspace.storages.attach({ name: 'Cams', settings, credentials, keeping });
    expect(await seen).toEqual(credentials);
  },
);
