import { defineManifest } from '@crxjs/vite-plugin';
import { awsS3 } from './extension/consoles/aws-s3/index.ts';
import packageJson from './package.json' with { type: 'json' };

const icons = {
  16: 'extension/icons/16.png',
  32: 'extension/icons/32.png',
  48: 'extension/icons/48.png',
  128: 'extension/icons/128.png',
};

/** What the extension's pages may load; buckets live anywhere, so `connect-src` names schemes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "connect-src 'self' https: http:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** No host at install: a bucket's endpoint is asked for when a person first opens a bucket there. */
export const manifest = defineManifest({
  manifest_version: 3,
  name: 'Bucketmark: annotate from your bucket',
  short_name: 'Bucketmark',
  description: 'Annotate images straight from your bucket. No server, no account, no upload.',
  version: packageJson.version,
  // From 148 on, `browser.*` is native and listeners may answer with a promise.
  minimum_chrome_version: '148',
  icons,
  action: { default_title: 'Open Bucketmark', default_icon: icons },
  background: { service_worker: 'extension/background/index.ts', type: 'module' },
  content_scripts: [
    { matches: [...awsS3.pages], js: ['extension/content/aws-s3.iife.ts'], run_at: 'document_idle' },
  ],
  // `activeTab` gives the address of the tab whose toolbar button is pressed, and nothing before that.
  // `identity` opens sign-in windows; the last leaves one header away from requests for tokens, where leave was given.
  permissions: [
    'activeTab',
    'storage',
    'unlimitedStorage',
    'identity',
    'declarativeNetRequestWithHostAccess',
  ],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  content_security_policy: { extension_pages: contentSecurityPolicy },
});
