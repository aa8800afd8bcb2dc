/** Fresh containers on Azurite. */
import type { AzureCredentials, AzureSettings } from '#core/model/storage.ts';
import { serverAccess } from '#test/servers/access.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';

export interface TestContainer {
  readonly settings: AzureSettings;
  readonly credentials: AzureCredentials & { readonly kind: 'azure-key' };
}

/** Makes an empty container; it goes with the server's folder. */
export async function makeContainer(): Promise<TestContainer> {
  const { endpoint, accessKeyId: account, secretAccessKey: key } = serverAccess('azurite');
  const container = `test-${crypto.randomUUID()}`;
  const root = `${endpoint}/${account}`;
  const made = await fetch(
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
