/** The workspace that is open, as the part of everything that lists show. */
import { type Accessor, createMemo } from 'solid-js';
import type { ListScope } from '#core/query/list-query.ts';
import { createLive } from './create-live.ts';
import { useWorkspace } from './workspace-context.ts';

/** Undefined until it is known; where it cannot be read, whatever reads the list says so. */
export function createScope(): Accessor<ListScope | undefined> {
  const workspace = useWorkspace();
  const open = createLive(
    () => true,
    () => workspace.workspaces.current(),
  );
  return createMemo(() => {
    const workspaceId = open.data();
    return workspaceId === undefined ? (open.state() === 'failing' ? {} : undefined) : { workspaceId };
  });
}
