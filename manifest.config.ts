import { defineManifest } from '@crxjs/vite-plugin';
import packageJson from './package.json' with { type: 'json' };

/** No host at install: a bucket's endpoint is asked for when a person first opens a bucket there. */
export const manifest = defineManifest({
  manifest_version: 3,
  name: 'Bucketmark: annotate from your bucket',
  short_name: 'Bucketmark',
  description: 'Annotate images straight from your bucket. No server, no account, no upload.',
  version: packageJson.version,
});
