/** The one place that names the browser's extension API; see `content-api.ts` for content scripts. */
import browser from 'webextension-polyfill';

export const api = browser;
export type { Runtime, Tabs } from 'webextension-polyfill';
