/** What axe finds on a page as it stands, in the theme that is on. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // A colour on its way to another one is neither.
    await Promise.all(document.getAnimations().map(async (animation) => animation.finished));
    const tool: unknown = Reflect.get(window, 'axe');
    if (typeof tool !== 'object' || tool === null || !('run' in tool) || typeof tool.run !== 'function')
      return ['axe is not there'];
    const result: { violations: { id: string; nodes: { target: string[] }[] }[] } = await tool.run(document);
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}`),
    );
  });
}
