/**
 * Adds this page's rule to those of a bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html
 */
import type { S3Credentials, S3Settings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { md5 } from '../../util/md5.ts';
import { elements, elementText } from '../../util/xml.ts';
import { askRules, escapeXml, type RulePlan } from '../rule-plan.ts';
import { openAuthority } from './authority.ts';
import { corsRule } from './cors.ts';
import { makeSigner } from './sign.ts';
import { bucketUrl } from './url.ts';

export async function planS3Rule(
  settings: S3Settings,
  credentials: S3Credentials,
  ports: Ports,
): Promise<RulePlan> {
  const keys = await openAuthority(settings, credentials, ports).keys();
  const sign = makeSigner(keys ?? credentials, settings.region);
  const about = {
    place: `bucket "${settings.bucket}"`,
    permission: 's3:GetBucketCORS and s3:PutBucketCORS',
  };
  const address = (method: 'GET' | 'PUT'): Promise<string> =>
    sign({
      method,
      url: `${bucketUrl(settings)}/`,
      query: { cors: '' },
      now: ports.clock.now(),
      expiresSeconds: 900,
    });
  const isNone = (status: number, body: string): boolean =>
    status === 404 && body.includes('NoSuchCORSConfiguration');
  const answer = await askRules(
    { ...about, url: await address('GET'), init: { method: 'GET' } },
    ports,
    isNone,
  );
  const found = answer.ok ? [...elements(answer.body, 'CORSRule')] : [];
  const kept = found.filter((rule) => !isFor(rule, ports.host.origin));
  const text = document(kept, ports.host.origin);
  return {
    kept: kept.length,
    replaced: found.length - kept.length,
    text,
    async apply() {
      const bytes = new TextEncoder().encode(text);
      // Every service takes this checksum; what came later, only some.
      const headers = {
        'content-type': 'application/xml',
        'content-md5': btoa(String.fromCharCode(...md5(bytes))),
      };
      await askRules(
        { ...about, url: await address('PUT'), init: { method: 'PUT', headers, body: bytes } },
        ports,
      );
    },
  };
}

/** A rule for this origin alone is ours, or was made for us. */
function isFor(rule: string, origin: string): boolean {
  return [...elements(rule, 'AllowedOrigin')].length === 1 && elementText(rule, 'AllowedOrigin') === origin;
}

/** The rules that stay, letter by letter, and ours. */
function document(kept: readonly string[], origin: string): string {
  const rule = corsRule(origin);
  const lines = [
    ...rule.AllowedOrigins.map((each) => `<AllowedOrigin>${escapeXml(each)}</AllowedOrigin>`),
    ...rule.AllowedMethods.map((each) => `<AllowedMethod>${each}</AllowedMethod>`),
    ...rule.AllowedHeaders.map((each) => `<AllowedHeader>${each}</AllowedHeader>`),
    ...rule.ExposeHeaders.map((each) => `<ExposeHeader>${each}</ExposeHeader>`),
    `<MaxAgeSeconds>${rule.MaxAgeSeconds}</MaxAgeSeconds>`,
  ];
  const ours = `\n    ${lines.join('\n    ')}\n  `;
  const rules = [...kept, ours].map((inside) => `  <CORSRule>${inside}</CORSRule>`);
  return `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\n${rules.join('\n')}\n</CORSConfiguration>\n`;
}
