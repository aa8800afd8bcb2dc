/** Runs checks one after another, each once what it needs has passed. */
import type { Clock } from '../../ports.ts';
import { type Check, isSettled, type Outcome, type Plan } from './check.ts';

/** Gives every line at once, waiting; then each again when it begins and when it ends. */
export async function* runPlans(
  plans: readonly Plan[],
  clock: Clock,
  signal: AbortSignal | undefined,
): AsyncGenerator<Check> {
  const lines = new Map<string, Check>();
  const titles = new Map(plans.map(({ id, title }) => [id, title]));
  /** The check that a line was left out for in the end. */
  const roots = new Map<string, string>();
  const needsOf = (plan: Plan): string[] => plan.needs().filter((id) => lines.has(id) && id !== plan.id);
  const tell = (plan: Plan, rest: Omit<Check, 'id' | 'title'>): Check => {
    const line = { id: plan.id, title: plan.title, ...rest };
    lines.set(plan.id, line);
    return line;
  };

  for (const plan of plans) tell(plan, { state: 'waiting', finding: '' });
  for (const plan of plans) {
    const [first] = needsOf(plan);
    yield tell(plan, {
      state: 'waiting',
      finding: first === undefined ? '' : `Waits for ${titles.get(first)}`,
    });
  }
  for (;;) {
    signal?.throwIfAborted();
    const waiting = plans.filter(({ id }) => lines.get(id)?.state === 'waiting');
    const plan = waiting.find((each) => needsOf(each).every((id) => isSettled(line(lines, id))));
    if (!plan) return;
    const missing = needsOf(plan).find((id) => !['passed', 'warning'].includes(line(lines, id).state));
    if (missing !== undefined) {
      const root = roots.get(missing) ?? missing;
      roots.set(plan.id, root);
      yield tell(plan, { state: 'skipped', finding: `Waits for ${titles.get(root)}` });
      continue;
    }
    yield tell(plan, { state: 'running', finding: '' });
    const started = clock.now();
    const outcome: Outcome = await plan.run();
    const took = outcome.state === 'skipped' ? {} : { tookMs: clock.now() - started };
    yield tell(plan, { ...took, ...outcome });
  }
}

function line(lines: ReadonlyMap<string, Check>, id: string): Check {
  return lines.get(id) ?? { id, title: id, state: 'skipped', finding: '' };
}
