/** The one workspace of this page. */
import type { Workspace } from '#core/workspace/workspace.ts';
import { openWorkspace } from '#core/workspace/open-workspace.ts';
import { house } from './house.ts';

export const workspace: Workspace = openWorkspace(house);
