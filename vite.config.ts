/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type Plugin, type PluginOption } from 'vite';
import solid from 'vite-plugin-solid';
import { manifest } from './manifest.config.ts';

/** The strictest policy the page runs under. Buckets live anywhere, so `connect-src` names schemes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "connect-src 'self' https: http:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function withContentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Whole paths: the scan for dependencies and the build look from different folders. */
function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** `vite build` makes `dist/web`, `vite build --mode extension` makes `dist/extension`. */
export default defineConfig(({ mode }) => {
  const forExtension = mode === 'extension';
  const pluginsFor: Record<string, PluginOption[]> = {
    extension: [solid(), crx({ manifest })],
    // Solid's plugin makes Node load the browser builds of all packages: only the browser project has it.
    test: [],
  };
  return {
    root: forExtension || mode === 'test' ? '.' : 'web',
    base: './',
    publicDir: forExtension ? 'web/public' : 'public',
    plugins: pluginsFor[mode] ?? [solid(), withContentSecurityPolicy()],
    worker: { format: 'es' as const },
    build: {
      outDir: forExtension ? 'dist/extension' : '../dist/web',
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: forExtension ? false : { polyfill: false },
      rolldownOptions: {
        // In the extension the browser itself takes what a sign-in comes back with.
        input: forExtension
          ? { app: 'extension/app.html' }
          : { app: here('web/index.html'), signedIn: here('web/signed-in.html') },
      },
    },
    test: {
      environment: 'node',
      projects: [
        {
          extends: true,
          root: '.',
          test: {
            name: 'unit',
            environment: 'node',
            include: ['test/{core,web,extension,meta,conformance}/**/*.test.ts'],
            exclude: ['**/*.browser.test.*'],
            globalSetup: 'test/servers/global-setup.ts',
            testTimeout: 20_000,
          },
        },
        {
          extends: true,
          root: '.',
          test: { name: 'built', environment: 'node', include: ['test/built/**/*.test.ts'] },
        },
        {
          extends: true,
          root: '.',
          plugins: [solid()],
          // Found late, a package makes Vite reload the page under a running test.
          optimizeDeps: {
            include: [
              '@aws-sdk/client-s3',
              '@aws-sdk/s3-request-presigner',
              'dexie',
              'hyparquet',
              'hyparquet-compressors',
              'mediabunny',
              'rbush',
              're2js',
              'valibot',
            ],
          },
          test: {
            name: 'browser',
            include: ['test/{core,web,conformance}/**/*.browser.test.{ts,tsx}'],
            globalSetup: 'test/servers/global-setup.ts',
            testTimeout: 20_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
                  args: ['--no-sandbox', '--disable-background-networking'],
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  };
});
