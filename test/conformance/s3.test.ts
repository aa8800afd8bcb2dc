import { openStore } from '#core/storage/registry.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { minioRefuses, testObjectStore } from './object-store.ts';

testObjectStore(
  'S3 (MinIO)',
  async () => {
    const { settings, credentials } = await makeBucket();
    return { store: await openStore(settings, credentials, makePorts()), cleanUp: async () => {} };
  },
  { refusedKeys: minioRefuses },
);
