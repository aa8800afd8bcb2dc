/** What this tab has found out about each storage; asked once, and anew when one says so. */
import { createStore } from 'solid-js/store';
import { toErrorReport } from '#core/errors.ts';
import type { StorageId } from '#core/model/ids.ts';
import type { CheckReport, Workspace } from '#core/workspace/workspace.ts';

const [checks, setChecks] = createStore<{ [id: number]: CheckReport | 'checking' | undefined }>({});

/** Undefined while nobody has asked. */
export function checkOf(id: StorageId): CheckReport | 'checking' | undefined {
  return checks[id];
}

/** Lists the first objects of a storage, unless this tab already knows. */
export function ensureCheck(workspace: Workspace, id: StorageId): void {
  if (checks[id] === undefined) void checkAgain(workspace, id);
}

export async function checkAgain(workspace: Workspace, id: StorageId): Promise<void> {
  setChecks(id, 'checking');
  try {
    setChecks(id, await workspace.storages.recheck(id));
  } catch (error) {
    setChecks(id, { ok: false, error: toErrorReport(error), tookMs: 0 });
  }
}
