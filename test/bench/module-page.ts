/** A blank page in Chromium that can import this project's modules as they stand. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';

export interface ModulePage {
  readonly browser: Browser;
  readonly page: Page;
  close(): Promise<void>;
}

export async function openModulePage(): Promise<ModulePage> {
  const root = new URL('../..', import.meta.url).pathname;
  const vite = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: ['dexie'] },
    plugins: [
      {
        name: 'blank-page',
        configureServer(server) {
          server.middlewares.use('/blank.html', (_request, response) => {
            response.setHeader('content-type', 'text/html');
            response.end('<!doctype html><title>bench</title>');
          });
        },
      },
    ],
  });
  await vite.listen();
  const executablePath = process.env['CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.goto(`${vite.resolvedUrls?.local[0]}blank.html`);
  return {
    browser,
    page,
    async close() {
      await browser.close();
      await vite.close();
    },
  };
}
