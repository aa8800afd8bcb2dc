/** The workspace as every page reaches it; tests put their own there. */
import { createContext, useContext } from 'solid-js';
import type { Workspace } from '#core/workspace/workspace.ts';

export const WorkspaceContext = createContext<Workspace>();

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No workspace is provided above this component');
  return workspace;
}
