import { openAzureStore } from '#core/storage/azure/store.ts';
import { withRetry } from '#core/storage/retry.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { azureRefuses, testObjectStore } from './object-store.ts';

testObjectStore(
  'Azure Blob Storage (Azurite)',
  async () => {
    const { settings, credentials } = await makeContainer();
    const ports = makePorts();
    return { store: withRetry(openAzureStore(settings, credentials, ports), ports), cleanUp: async () => {} };
  },
  { refusedKeys: azureRefuses, ordersByUtf16: true },
);
