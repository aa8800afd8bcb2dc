/** The dependency rule (design, section 3) as a table; `layers.test.ts` reads it. */

/** Inside core, a folder may import itself and what stands in an earlier line. */
export const coreLayers: readonly (readonly string[])[] = [
  ['util', 'errors', 'ports'],
  ['model'],
  ['geometry', 'query'],
  ['storage'],
  ['media', 'formats', 'label-files'],
  ['db'],
  ['annotate', 'infer', 'analysis'],
  ['requests'],
  ['workspace'],
  ['worker'],
];

/** What each top folder may import of the others. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  web: ['web', 'core'],
  extension: ['extension', 'core'],
};

/** Third parties that stay behind a fence: who may name them. */
export const fences: readonly { readonly packages: RegExp; readonly folders: readonly string[] }[] = [
  { packages: /^dexie/, folders: ['core/db/'] },
  { packages: /^@aws-sdk\//, folders: ['core/storage/s3/'] },
  { packages: /^(solid-js|@solidjs\/|@kobalte\/|@tanstack\/|lucide-solid|tinykeys)/, folders: ['web/'] },
  { packages: /^@zip\.js/, folders: ['core/media/archive/'] },
  { packages: /^marked/, folders: ['web/pages/guide/'] },
  { packages: /^webextension-polyfill/, folders: ['extension/platform/'] },
  { packages: /^re2js/, folders: ['core/storage/'] },
  { packages: /^hyparquet/, folders: ['core/media/'] },
  { packages: /^mediabunny/, folders: ['core/media/', 'core/workspace/sample/'] },
  { packages: /^(node:|vite|vitest|@playwright|@napi-rs)/, folders: [] },
];
