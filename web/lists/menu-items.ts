/** What is done with many rows, as a line of one row's menu. */
import type { MenuItem } from '#web/ui/menu.tsx';
import type { BulkAction } from './bulk/bulk-action.ts';

export function itemOf(action: BulkAction, act: (action: BulkAction) => void): MenuItem {
  const title = action.kind === 'form' ? `${action.title}…` : action.title;
  return { title, icon: action.icon, run: () => act(action) };
}
