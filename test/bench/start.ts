/** The first visit: how much script, and how soon one can begin. */
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { startSite } from '#test/e2e/support/site.ts';
import { type BenchResult, median } from './result.ts';

const visits = 7;

export async function bench(): Promise<BenchResult[]> {
  const site = await startSite();
  const executablePath = process.env['CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const ready: number[] = [];
    let scripts = 0;
    for (let visit = 0; visit < visits; visit += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const bodies: Promise<number>[] = [];
      page.on('response', (response) => {
        const isScript = response.request().resourceType() === 'script' && !response.url().includes('worker');
        if (isScript) bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
      });
      await page.goto(site.address);
      const button = page.getByRole('button', { name: /Try the sample/ });
      await button.waitFor();
      // A click that is answered: what counts is that one can begin, not that something is seen.
      await button.click({ trial: true });
      ready.push(await page.evaluate(() => performance.now()));
      const sizes = await Promise.all(bodies);
      scripts = sizes.reduce((sum, size) => sum + size, 0);
      await context.close();
    }
    return [
      {
        name: 'First-load script, gzip',
        value: scripts / 1000,
        unit: 'kB',
        bound: { at: 'most', value: 90 },
        note: 'all scripts of the first page without the worker, gzip -9',
      },
      {
        name: 'First page ready to be used',
        value: median(ready),
        unit: 'ms',
        note: `empty profile, from navigation to a button that takes a click; median of ${visits}`,
      },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}
