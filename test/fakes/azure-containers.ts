/** Fresh containers on Azurite. */
import type { AzureCredentials, AzureSettings } from '#core/model/storage.ts';
import type { Fetch } from '#core/ports.ts';
import { serverAccess } from '#test/servers/access.ts';
import type { Access } from '#test/servers/server.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';

export interface TestContainer {
  readonly settings: AzureSettings;
  readonly credentials: AzureCredentials & { readonly kind: 'azure-key' };
}

/** Makes an empty container; it goes with the server's folder. */
export async function makeContainer(
  server: Access = serverAccess('azurite'),
  through: Fetch = (input, init) => fetch(input, init),
): Promise<TestContainer> {
  const { endpoint, accessKeyId: account, secretAccessKey: key } = server;
  const container = `test-${crypto.randomUUID()}`;
  const root = `${endpoint}/${account}`;
  const made = await through(
    `${root}/${container}?restype=container&${await signForAccount(account, key, 'c')}`,
    {
      method: 'PUT',
    },
  );
  if (!made.ok) throw new Error(`Making a container: ${made.status} ${await made.text()}`);
  return {
    settings: { provider: 'azure', account, container, prefix: '', endpoint: root, anonymous: false },
    credentials: { kind: 'azure-key', key },
  };
}
