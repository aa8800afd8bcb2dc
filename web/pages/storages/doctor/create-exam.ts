/** One run of the Bucket doctor on the page: its lines as they come, and the one that is looked at. */
import { createMemo, createSignal, onCleanup } from 'solid-js';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import type { Check } from '#core/workspace/doctor/check.ts';
import { type Verdict, verdictOf } from '#core/workspace/doctor/verdict.ts';
import type { Subject } from '#core/workspace/workspace.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

/** `onEnd` is told once all lines have ended. */
export function createExam(subject: () => Subject | undefined, onEnd: (verdict: Verdict) => void) {
  const workspace = useWorkspace();
  const [checks, setChecks] = createSignal<readonly Check[]>([]);
  const [running, setRunning] = createSignal(false);
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [endedAt, setEndedAt] = createSignal<number>();
  const [picked, setPicked] = createSignal<string>();
  const [whyNot, setWhyNot] = createSignal<string>();
  let stop = new AbortController();
  onCleanup(() => stop.abort());

  async function run(): Promise<void> {
    const about = subject();
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    if (!about) return;
    setChecks([]);
    setPicked(undefined);
    setFailure(undefined);
    setWhyNot(undefined);
    setRunning(true);
    try {
      for await (const check of workspace.storages.examine(about, signal)) {
        if (signal.aborted) return;
        setChecks((known) =>
          known.some(({ id }) => id === check.id)
            ? known.map((each) => (each.id === check.id ? check : each))
            : [...known, check],
        );
      }
      onEnd(verdictOf(checks()));
      if (checks().some(({ advice }) => advice?.rule)) {
        const reason = await workspace.storages.whyNotApply(about, checks());
        if (!signal.aborted) setWhyNot(reason);
      }
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) setFailure(toErrorReport(error));
    } finally {
      if (!signal.aborted) {
        setRunning(false);
        setEndedAt(Date.now());
      }
    }
  }

  /** What was chosen; else what is wrong. */
  const chosen = createMemo(() => {
    const byState = (state: Check['state']) => checks().find((check) => check.state === state);
    return (
      checks().find(({ id }) => id === picked()) ??
      byState('failed') ??
      (running() ? undefined : byState('warning'))
    );
  });

  return {
    checks,
    running,
    failure,
    endedAt,
    whyNot,
    chosen,
    verdict: createMemo(() => verdictOf(checks())),
    pick: (id: string) => setPicked(id),
    run,
  };
}
