/** What this tab has found out about each storage; asked once, and anew when one says so. */
import { createStore } from 'solid-js/store';
import { toErrorReport } from '#core/errors.ts';
import type { StorageId } from '#core/model/ids.ts';
import type { Verdict } from '#core/workspace/doctor/verdict.ts';
import type { CheckReport, Workspace } from '#core/workspace/workspace.ts';

const [checks, setChecks] = createStore<{ [id: number]: CheckReport | 'checking' | undefined }>({});
/** What the doctor last said of each storage, in this tab. */
const [verdicts, setVerdicts] = createStore<{ [id: number]: Verdict | undefined }>({});
/** Counts the askings of each storage, so that a late answer does not replace a newer one. */
const asked = new Map<StorageId, number>();

/** Undefined while nobody has asked. */
export function checkOf(id: StorageId): CheckReport | 'checking' | undefined {
  return checks[id];
}

/** Lists the first objects of a storage, unless this tab already knows. */
export function ensureCheck(workspace: Workspace, id: StorageId): void {
  if (checks[id] === undefined) void checkAgain(workspace, id);
}

export async function checkAgain(workspace: Workspace, id: StorageId): Promise<void> {
  const turn = nextTurn(id);
  setChecks(id, 'checking');
  setVerdicts(id, undefined);
  const report = await workspace.storages
    .recheck(id)
    .catch((error: unknown): CheckReport => ({ ok: false, error: toErrorReport(error), tookMs: 0 }));
  if (asked.get(id) === turn) setChecks(id, report);
}

/** Undefined where the doctor was not asked since the storage changed. */
export function verdictFor(id: StorageId): Verdict | undefined {
  return verdicts[id];
}

export function recordVerdict(id: StorageId, verdict: Verdict): void {
  setVerdicts(id, verdict);
}

/** Takes what a form has just found out. */
export function recordCheck(id: StorageId, report: CheckReport): void {
  nextTurn(id);
  setChecks(id, report);
  setVerdicts(id, undefined);
}

function nextTurn(id: StorageId): number {
  const turn = (asked.get(id) ?? 0) + 1;
  asked.set(id, turn);
  return turn;
}
