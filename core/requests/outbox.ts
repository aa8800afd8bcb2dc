/** Writes changed frames to targets by themselves, a moment after the change, and again until it is done. */
import { firstDefined } from '../db/watch.ts';
import { toErrorReport } from '../errors.ts';
import type { TaskRepository } from '../db/tasks.ts';
import type { Waiting } from '../model/written.ts';
import { openTarget, type WriteContext } from './write-frames.ts';

const firstRetryMs = 5000;
const longestRetryMs = 300_000;
/** What waits for a task in the bin is not looked at again for so long; restoring the task hurries it. */
const inBinMs = 86_400_000;

export type OutboxContext = WriteContext & { readonly tasks: TaskRepository };

/** Runs until `signal` ends it. Whoever calls it holds the one outbox lock: no frame is written twice at a time. */
export async function runOutbox(context: OutboxContext, signal: AbortSignal): Promise<never> {
  const { targets, ports } = context;
  for (;;) {
    const next = await firstDefined(() => targets.nextWaiting(), signal);
    const rest = next.dueAt - ports.clock.now();
    if (rest > 0) {
      // Asks again in a moment, as another frame may be due by then, or this one later.
      await ports.clock.sleep(Math.min(rest, 500), signal);
      continue;
    }
    await send(next, context);
  }
}

/** Writes a frame to every target that asks for it; leaves it in the outbox when one of them fails. */
async function send(waiting: Waiting, context: OutboxContext): Promise<void> {
  const { targets, ports } = context;
  const task = await context.tasks.get(waiting.taskId);
  if (!task) {
    await targets.postpone(waiting, ports.clock.now() + inBinMs);
    return;
  }
  try {
    for (const target of task.targets) {
      if (target.automatic) await (await openTarget(task, target, context)).write(waiting.frame);
    }
    await targets.sent(waiting);
  } catch (error) {
    const delay = Math.min(firstRetryMs * 2 ** waiting.failures, longestRetryMs);
    await targets.failed(waiting, toErrorReport(error), ports.clock.now() + delay);
  }
}
