import { defineConfig } from '@playwright/test';

/** One at a time: the machines that run this are small, and each test has a whole browser. */
export default defineConfig({
  outputDir: '../../test-results',
  reporter: [['list'], ['json']],
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
      args: ['--no-sandbox', '--disable-background-networking'],
    },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'e2e', testDir: '.', testMatch: '**/*.spec.ts' },
    { name: 'extension', testDir: '../extension', testMatch: '**/*.spec.ts' },
  ],
});
