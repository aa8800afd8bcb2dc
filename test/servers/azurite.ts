/** Azurite, Microsoft's own stand-in for Azure Storage, from npm. */
import { fileURLToPath } from 'node:url';
import { corsRule } from '#core/storage/azure/cors.ts';
import { signForAccount } from './azure-account-sas.ts';
import { type Certificate, fetchTrusting, makeCertificate } from './certificate.ts';
import { launch, untilAnswers } from './process.ts';
import type { Access, RunningServer, Server } from './server.ts';

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

const obtain = async (): Promise<string> =>
  fileURLToPath(new URL('../../node_modules/azurite/dist/src/blob/main.js', import.meta.url));

interface Options {
  readonly executable: string;
  readonly folder: string;
  readonly port: number;
  /** For `https`, and then tokens are taken too. */
  readonly certificate?: Certificate;
}

async function start({ executable, folder, port, certificate }: Options): Promise<RunningServer> {
  const endpoint = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`;
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
      ...(certificate
        ? ['--oauth=basic', `--cert=${certificate.certificateFile}`, `--key=${certificate.keyFile}`]
        : []),
    ],
    { AZURITE_ACCOUNTS: `${account}:${key};${accountWithoutCors}:${key}` },
  );
  const properties = `${endpoint}/${account}?restype=service&comp=properties`;
  const signature = await signForAccount(account, key, 's');
  const trusting = certificate ? fetchTrusting(certificate.text) : fetch;
  await untilAnswers(`${properties}&${signature}`, launched, { fetch: trusting });
  const set = await trusting(`${properties}&${signature}`, { method: 'PUT', body: corsProperties() });
  if (!set.ok) throw new Error(`Setting Azurite's CORS rule: ${set.status} ${await set.text()}`);
  return {
    access: { endpoint, region: '', accessKeyId: account, secretAccessKey: key },
    pid: launched.pid,
    stop: () => launched.stop(),
  };
}

export const azurite: Server = { name: 'Azurite', obtain, start };

export interface TokenAccess extends Access {
  /** Its self-made certificate, as PEM. */
  readonly certificate: string;
}

/** The same with `--oauth basic`: it takes tokens over https, and looks at their issuer, audience and times. */
export const azuriteOauth: Server<TokenAccess> = {
  name: 'Azurite-OAuth',
  obtain,
  async start(options) {
    const certificate = await makeCertificate(options.folder);
    const running = await start({ ...options, certificate });
    return { ...running, access: { ...running.access, certificate: certificate.text } };
  },
};
