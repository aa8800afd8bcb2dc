import { openStore } from '#core/storage/registry.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makeNotes, makePorts } from '#test/fakes/ports.ts';
import { lineAccess } from '#test/servers/access.ts';
import { networkTrials } from './network.ts';
import { minioRefuses, testObjectStore } from './object-store.ts';

testObjectStore(
  'S3 (MinIO)',
  async () => {
    const { settings, credentials } = await makeBucket();
    const line = lineAccess('minioLine');
    const notes = makeNotes();
    return {
      store: await openStore(settings, credentials, makePorts()),
      cleanUp: async () => {},
      network: networkTrials({
        settings,
        credentials,
        makePorts: (changes) => makePorts({ notes, ...changes }),
        line,
        behind: { ...settings, endpoint: line.endpoint },
        withoutBucket: { ...settings, bucket: 'no-such-bucket-here' },
        wrongCredentials: { ...credentials, secretAccessKey: 'wrong' },
      }),
    };
  },
  { refusedKeys: minioRefuses, hasNetwork: true },
);
