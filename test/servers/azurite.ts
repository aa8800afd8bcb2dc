/** Azurite, Microsoft's own stand-in for Azure Storage, from npm. */
import { fileURLToPath } from 'node:url';
import { corsRule } from '#core/storage/azure/cors.ts';
import { signForAccount } from './azure-account-sas.ts';
import { launch, untilAnswers } from './process.ts';
import type { Server } from './server.ts';

const account = 'bucketmark';
/** Has no CORS rule, and the same key. */
const accountWithoutCors = 'bucketmarknocors';
const key = 'YnVja2V0bWFyay1henVyaXRlLWtleQ==';

/** The rule that the page asks people for, as Set Blob Service Properties takes it. */
function corsProperties(): string {
  const rule = corsRule('*');
  return [
    '<?xml version="1.0" encoding="utf-8"?><StorageServiceProperties><Cors><CorsRule>',
    `<AllowedOrigins>${rule.allowedOrigins.join(',')}</AllowedOrigins>`,
    `<AllowedMethods>${rule.allowedMethods.join(',')}</AllowedMethods>`,
    `<MaxAgeInSeconds>${rule.maxAgeInSeconds}</MaxAgeInSeconds>`,
    `<ExposedHeaders>${rule.exposedHeaders.join(',')}</ExposedHeaders>`,
    `<AllowedHeaders>${rule.allowedHeaders.join(',')}</AllowedHeaders>`,
    '</CorsRule></Cors></StorageServiceProperties>',
  ].join('');
}

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
        '--blobHost=127.0.0.1',
        `--blobPort=${port}`,
        `--location=${folder}`,
        '--skipApiVersionCheck',
        '--silent',
        '--disableTelemetry',
      ],
      { AZURITE_ACCOUNTS: `${account}:${key};${accountWithoutCors}:${key}` },
    );
    const properties = `${endpoint}/${account}?restype=service&comp=properties`;
    const signature = await signForAccount(account, key, 's');
    await untilAnswers(`${properties}&${signature}`, launched);
    const set = await fetch(`${properties}&${signature}`, { method: 'PUT', body: corsProperties() });
    if (!set.ok) throw new Error(`Setting Azurite's CORS rule: ${set.status} ${await set.text()}`);
    return {
      access: { endpoint, region: '', accessKeyId: account, secretAccessKey: key },
      pid: launched.pid,
      stop: () => launched.stop(),
    };
  },
};
