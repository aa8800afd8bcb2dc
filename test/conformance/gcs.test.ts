import { openStore } from '#core/storage/registry.ts';
import { exchanging, makeGcsBucket } from '#test/fakes/gcs-buckets.ts';
import { makeNotes, makePorts } from '#test/fakes/ports.ts';
import { lineAccess } from '#test/servers/access.ts';
import { networkTrials } from './network.ts';
import { testObjectStore } from './object-store.ts';

testObjectStore(
  'Google Cloud Storage (fake-gcs-server)',
  async () => {
    const { settings, credentials, ports } = await makeGcsBucket();
    const line = lineAccess('fakeGcsLine');
    const notes = makeNotes();
    return {
      store: await openStore(settings, credentials, ports),
      cleanUp: async () => {},
      network: networkTrials({
        settings,
        credentials,
        makePorts: ({ fetch, ...changes }) => makePorts({ notes, ...changes, fetch: exchanging(fetch) }),
        line,
        behind: { ...settings, endpoint: line.endpoint },
        withoutBucket: { ...settings, bucket: 'no-such-bucket-here' },
      }),
    };
  },
  { hasNetwork: true },
);
