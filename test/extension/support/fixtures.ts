/** The built extension in a browser that finds the consoles' addresses on this machine. */
import { fileURLToPath } from 'node:url';
import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { launchOn, test as base } from '../../e2e/support/fixtures.ts';
import { startConsolePages } from './console-pages.ts';

const folder = fileURLToPath(new URL('../../../dist/extension/', import.meta.url));

interface Extension {
  readonly context: BrowserContext;
  readonly id: string;
  readonly serviceWorker: Worker;
}

export const test = base.extend<{ readonly extension: Extension }, { readonly resolverRules: string }>({
  resolverRules: [
    async ({}, use) => {
      const pages = await startConsolePages();
      await use(pages.resolverRules);
      await pages.stop();
    },
    { scope: 'worker' },
  ],
  extension: async ({ profile, resolverRules }, use) => {
    const extension = await launchExtension(profile, resolverRules);
    await use(extension);
    await extension.context.close();
  },
});

/** Starts a browser with the extension on a profile; `resolverRules` lead the consoles' names to this machine. */
export async function launchExtension(profile: string, resolverRules: string): Promise<Extension> {
  const context = await launchOn(profile, [
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    `--host-resolver-rules=${resolverRules}`,
    '--ignore-certificate-errors',
    '--enable-unsafe-extension-debugging',
  ]);
  const serviceWorker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return { context, id: new URL(serviceWorker.url()).host, serviceWorker };
}

/** The button's left part; the shadow root is closed, so a press is a place, as it is for a person. */
export function pressButton(page: Page): Promise<void> {
  return page.locator('bucketmark-button').click({ position: { x: 60, y: 18 } });
}

export { expect } from '@playwright/test';

/**
 * Answers the next request for leave at these hosts with yes: headless browsers show no prompt. A person's
 * gesture is still needed. `pattern` is a match pattern such as `http://127.0.0.1/*`.
 */
export async function allowHost({ context, id }: Extension, pattern: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    `chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)})`,
  );
  await page.close();
}

/** Presses the extension's button in the browser's toolbar while this page's tab is shown. */
export async function pressToolbarButton({ context, id }: Extension, page: Page): Promise<void> {
  await page.bringToFront();
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This context has no browser of its own.');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId;
  if (targetId === undefined) throw new Error(`No tab shows ${page.url()}`);
  await session.send('Extensions.triggerAction', { id, targetId });
  await session.detach();
}

/** Evaluates in the page as part of a person's gesture, as a click handler would run. */
export async function evaluateInGesture(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    userGesture: true,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

interface DomNode {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const inside of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(inside);
}

async function findHost(session: CDPSession): Promise<DomNode | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return [...walk(root)].find(({ nodeName }) => nodeName.toLowerCase() === 'bucketmark-button');
}

/** Everything that the button and its card say. The shadow root is closed to pages, not to the debugger. */
export async function wordsOfButton(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const host = await findHost(session);
  await session.detach();
  return host
    ? [...walk(host)].flatMap(({ nodeName, nodeValue }) => (nodeName === '#text' ? [nodeValue] : []))
    : [];
}

/** Presses each of the button's parts by script, as a page would if it could reach them. */
export async function pressByScript(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const host = await findHost(session);
  const buttons = host ? [...walk(host)].filter(({ nodeName }) => nodeName.toLowerCase() === 'button') : [];
  if (buttons.length === 0) throw new Error('There is no button to press.');
  for (const { backendNodeId } of buttons) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    if (object.objectId === undefined) throw new Error('The button is gone.');
    await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { this.click(); }',
    });
  }
  await session.detach();
}
