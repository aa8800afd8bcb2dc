/** Checks of what the browser lets this page do: each method, and each header of an answer. */
import { isAbort } from '../../errors.ts';
import { diagnoseUnanswered } from '../../storage/diagnose.ts';
import type { HeaderNeed, MethodProbe, Patient } from '../../storage/patient.ts';
import { ruleAdvice, failed, adviceOf } from './advice.ts';
import type { Outcome, Plan } from './check.ts';
import type { Exam } from './exam.ts';

export function methodPlans(exam: Exam): Plan[] {
  return exam.patient.methods
    .filter(({ method }) => exam.patient.writes || method === 'GET' || method === 'HEAD')
    .map((probe) => ({
      id: `cors-${probe.method}`,
      title: `CORS: ${probe.method}`,
      needs: () => ['reach'],
      run: () => tryMethod(exam, probe),
    }));
}

export function headerPlans(exam: Exam): Plan[] {
  return exam.patient.headers.map((need) => ({
    id: `header-${need.name}`,
    title: `CORS: ${need.name}`,
    needs: () => ['range'],
    run: async () => findHeader(exam, need),
  }));
}

/** The check that reading, or writing, waits for: its first method, or the one that bodies go by. */
export function gate({ methods }: Patient, use: 'read' | 'write'): string {
  const known = methods.map(({ method }) => method);
  const method = use === 'read' ? known[0] : (known.find((each) => each === 'PUT') ?? 'POST');
  return `cors-${method}`;
}

/** Any answer is a yes: its status is about the object, which does not exist. */
async function tryMethod({ ports, patient, signal }: Exam, probe: MethodProbe): Promise<Outcome> {
  const { method, url, headers, body, use } = probe;
  try {
    await ports.fetch(url, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
    return { state: 'passed', finding: `Allowed, for ${use}` };
  } catch (cause) {
    if (isAbort(cause) || !(cause instanceof TypeError)) throw cause;
    const reads = method === 'GET' || method === 'HEAD';
    const error = await diagnoseUnanswered(
      {
        url,
        method,
        name: patient.place,
        operation: reads ? 'read' : 'write',
        cause,
        signal,
        corsRemedy: { text: '' },
      },
      // What was answered before does not count: the rule may have changed since.
      { ...ports },
    );
    if (error.code !== 'cors') return failed(error, adviceOf(error, `Reach the ${patient.place}`));
    const why =
      ports.host.kind === 'extension'
        ? 'the extension was not allowed this server, and no rule lets it in'
        : `no rule lets this page ${reads ? 'read' : 'send it'}`;
    return {
      state: 'failed',
      code: 'cors',
      finding: `Blocked by the browser: ${why}`,
      advice: ruleAdvice(patient, ports.host, reads ? 'read' : 'write'),
    };
  }
}

/** A page cannot tell a header that was not sent from one that it may not see. */
function findHeader({ rangeAnswer, patient, ports }: Exam, { name, without }: HeaderNeed): Outcome {
  const value = rangeAnswer?.headers.get(name);
  if (value !== null && value !== undefined) return { state: 'passed', finding: `Seen: ${shorten(value)}` };
  return {
    state: 'warning',
    finding: `Not exposed, or not sent: ${without}`,
    advice: ruleAdvice(patient, ports.host, 'see'),
  };
}

function shorten(value: string): string {
  return value.length <= 40 ? value : `${value.slice(0, 39)}…`;
}
