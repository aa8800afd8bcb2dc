import { openStore } from '#core/storage/registry.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makeNotes, makePorts } from '#test/fakes/ports.ts';
import { lineAccess } from '#test/servers/access.ts';
import { networkTrials } from './network.ts';
import { azureRefuses, testObjectStore } from './object-store.ts';

testObjectStore(
  'Azure Blob Storage (Azurite)',
  async () => {
    const { settings, credentials } = await makeContainer();
    const line = lineAccess('azuriteLine');
    const notes = makeNotes();
    return {
      store: await openStore(settings, credentials, makePorts()),
      cleanUp: async () => {},
      network: networkTrials({
        settings,
        credentials,
        makePorts: (changes) => makePorts({ notes, ...changes }),
        line,
        behind: { ...settings, endpoint: `${line.endpoint}/${settings.account}` },
        withoutBucket: { ...settings, container: 'no-such-container' },
        wrongCredentials: { ...credentials, key: btoa('another key') },
      }),
    };
  },
  { refusedKeys: azureRefuses, ordersByUtf16: true, hasNetwork: true },
);
