/** The rule that lets a page read a bucket through the XML interface, ready to paste. */
import type { Remedy } from '../../errors.ts';
import type { GcsSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { serviceRoot } from './url.ts';

/** Google takes one list for what a page may send and what it may see. */
const headers = [
  'Content-Type',
  'Content-Length',
  'Content-Range',
  'Range',
  'Accept-Ranges',
  'Date',
  'ETag',
  'Location',
  'x-goog-generation',
  'x-goog-hash',
  'x-goog-if-generation-match',
  'x-goog-resumable',
];

/** One rule for one origin, as the bucket's `cors` takes it. */
export function corsRule(origin: string): {
  readonly origin: readonly string[];
  readonly method: readonly string[];
  readonly responseHeader: readonly string[];
  readonly maxAgeSeconds: number;
} {
  return {
    origin: [origin],
    method: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    responseHeader: headers,
    maxAgeSeconds: 3600,
  };
}

/** What a person does about a missing rule. Only HMAC keys and shared addresses need one. */
export function corsRemedy(settings: GcsSettings, host: Host): Remedy {
  const rule = [corsRule(host.origin)];
  const server = new URL(serviceRoot(settings)).host;
  return {
    text:
      host.kind === 'extension'
        ? `Allow the extension to reach ${server}, or add the rule to the bucket.`
        : 'Add the rule to the bucket, or attach it with a key file or an access token: Google asks no rule for these.',
    snippets: [
      { title: 'Rule (cors.json)', text: JSON.stringify(rule, null, 2) },
      {
        title: 'Command',
        text: `gcloud storage buckets update gs://${settings.bucket} --cors-file=cors.json`,
      },
    ],
  };
}

/** The JSON interface answers every page, so what is missing is not a rule of the bucket. */
export function blockedRemedy(settings: GcsSettings, host: Host): Remedy {
  const server = new URL(serviceRoot(settings)).host;
  return {
    text:
      host.kind === 'extension'
        ? `Allow the extension to reach ${server}.`
        : 'Google answers every page here, so a blocker, a proxy or a filter of this network may stand between.',
  };
}
