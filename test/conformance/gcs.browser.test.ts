import { sealedNotes } from '#core/db/notes.ts';
import { openStore } from '#core/storage/registry.ts';
import { exchanging, makeGcsBucket } from '#test/fakes/gcs-buckets.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';
import { lineAccess } from '#test/servers/access.ts';
import { networkTrials } from './network.ts';
import { testObjectStore } from './object-store.ts';

testObjectStore(
  'Google Cloud Storage (fake-gcs-server) from a page',
  async () => {
    const { settings, credentials, ports } = await makeGcsBucket();
    const line = lineAccess('fakeGcsLine');
    const notes = sealedNotes(makeClock(), `notes-${crypto.randomUUID()}`);
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
