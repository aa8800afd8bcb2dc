/** Azurite, Microsoft's own stand-in for Azure Storage, from npm. */
import { AccountSASPermissions, BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { fileURLToPath } from 'node:url';
import { corsRule } from '#core/storage/azure/cors.ts';
import { launch, untilAnswers } from './process.ts';
import type { Server } from './server.ts';

const account = 'bucketmark';
/** An account without a CORS rule, with the same key. */
export const accountWithoutCors = 'bucketmarknocors';
const key = 'YnVja2V0bWFyay1henVyaXRlLWtleQ==';

export const azurite: Server = {
  name: 'Azurite',

  obtain: async () =>
    fileURLToPath(new URL('../../node_modules/azurite/dist/src/blob/main.js', import.meta.url)),

  async start({ executable, folder, port }) {
    const endpoint = `http://127.0.0.1:${port}`;
    const launched = launch(
      process.execPath,
      [
        executable,
        ...['--blobHost', '127.0.0.1', '--blobPort', String(port), '--location', folder],
        ...['--skipApiVersionCheck', '--silent', '--disableTelemetry'],
      ],
      { AZURITE_ACCOUNTS: `${account}:${key};${accountWithoutCors}:${key}` },
    );
    const service = new BlobServiceClient(
      `${endpoint}/${account}`,
      new StorageSharedKeyCredential(account, key),
    );
    const signed = service.generateAccountSasUrl(undefined, AccountSASPermissions.parse('r'), 's');
    await untilAnswers(`${signed}&restype=service&comp=properties`, launched);
    const rule = corsRule('*');
    await service.setProperties({
      cors: [
        {
          allowedOrigins: rule.allowedOrigins.join(','),
          allowedMethods: rule.allowedMethods.join(','),
          allowedHeaders: rule.allowedHeaders.join(','),
          exposedHeaders: rule.exposedHeaders.join(','),
          maxAgeInSeconds: rule.maxAgeInSeconds,
        },
      ],
    });
    return {
      access: { endpoint, region: '', accessKeyId: account, secretAccessKey: key },
      pid: launched.pid,
      stop: () => launched.stop(),
    };
  },
};
