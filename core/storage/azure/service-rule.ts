/**
 * Adds this page's rule to those of an account's Blob service; nothing else of the service is touched.
 * https://learn.microsoft.com/rest/api/storageservices/set-blob-service-properties
 */
import { StorageError } from '../../errors.ts';
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { elements, elementText } from '../../util/xml.ts';
import { askRules, escapeXml, type RulePlan } from '../rule-plan.ts';
import { mintAccountSas } from './account-sas.ts';
import { corsRule } from './cors.ts';
import { bareSas } from './sas.ts';
import { accountUrl } from './url.ts';

/** Azure takes no more. */
const mostRules = 5;

export async function planAzureRule(
  settings: AzureSettings,
  credentials: Extract<AzureCredentials, { kind: 'azure-key' | 'azure-sas' }>,
  ports: Ports,
): Promise<RulePlan> {
  const about = {
    place: `account "${settings.account}"`,
    permission: 'the key of the account, or an account signature for the service with read and write',
  };
  const address = async (): Promise<string> => {
    const signature =
      credentials.kind === 'azure-key'
        ? await mintAccountSas(settings.account, credentials.key, ports.clock.now() + 15 * 60_000)
        : bareSas(credentials.sas);
    return `${accountUrl(settings)}/?restype=service&comp=properties&${signature}`;
  };
  const { body } = await askRules({ ...about, url: await address(), init: { method: 'GET' } }, ports);
  const found = [...elements(body, 'CorsRule')];
  const kept = found.filter((rule) => elementText(rule, 'AllowedOrigins') !== ports.host.origin);
  if (kept.length >= mostRules) {
    throw new StorageError(
      'unexpected',
      `The ${about.place} has ${mostRules} rules already, and takes no more.`,
      {
        operation: 'rule',
        remedy: { text: `Remove one in the portal, or add ${ports.host.origin} to the origins of one.` },
      },
    );
  }
  const text = document(kept, ports.host.origin);
  return {
    kept: kept.length,
    replaced: found.length - kept.length,
    text,
    async apply() {
      const headers = { 'content-type': 'application/xml' };
      await askRules({ ...about, url: await address(), init: { method: 'PUT', headers, body: text } }, ports);
    },
  };
}

/** Only `Cors` is named: what is not named stays as it is. */
function document(kept: readonly string[], origin: string): string {
  const rule = corsRule(origin);
  const lines = [
    `<AllowedOrigins>${escapeXml(rule.allowedOrigins.join(','))}</AllowedOrigins>`,
    `<AllowedMethods>${rule.allowedMethods.join(',')}</AllowedMethods>`,
    `<MaxAgeInSeconds>${rule.maxAgeInSeconds}</MaxAgeInSeconds>`,
    `<ExposedHeaders>${rule.exposedHeaders.join(',')}</ExposedHeaders>`,
    `<AllowedHeaders>${rule.allowedHeaders.join(',')}</AllowedHeaders>`,
  ];
  const ours = `\n      ${lines.join('\n      ')}\n    `;
  const rules = [...kept, ours].map((inside) => `    <CorsRule>${inside}</CorsRule>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<StorageServiceProperties>\n  <Cors>\n${rules.join('\n')}\n  </Cors>\n</StorageServiceProperties>\n`;
}
