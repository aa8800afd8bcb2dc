/** Checks of getting in: the server, the credentials, the clock, the region, and a first listing. */
import { isAbort, StorageError } from '../../errors.ts';
import { diagnoseUnanswered } from '../../storage/diagnose.ts';
import { runAgain, steps } from '../../storage/patient.ts';
import { formatCount, plural } from '../../util/numbers.ts';
import { adviceOf, failed, permissionAdvice, ruleAdvice, setTheClock, storageError } from './advice.ts';
import type { Outcome, Plan } from './check.ts';
import { gate } from './cors-plans.ts';
import type { Exam } from './exam.ts';

/** Further off than this is said, though most servers bear 15 minutes. */
const clockWarningMs = 5 * 60_000;

const titles = { credentials: 'Credentials', clock: 'Clock', region: 'Region', list: 'List' } as const;
type Blamed = keyof typeof titles;

export function accessPlans(exam: Exam): Plan[] {
  const { patient } = exam;
  const needs = (): string[] => ['reach', gate(patient, 'read')];
  const plan = (id: Blamed, pass: () => Outcome): Plan => ({
    id,
    title: titles[id],
    needs,
    run: async () => judge(exam, id, pass),
  });
  return [
    ...(patient.origin === undefined ? [] : [reach(exam, patient.origin)]),
    ...(patient.credentials ? [plan('credentials', () => passed('Accepted'))] : []),
    ...(patient.clock ? [plan('clock', () => clock(exam))] : []),
    ...(patient.region === undefined ? [] : [plan('region', () => passed(`${patient.region}, as given`))]),
    plan('list', () => passed('')),
  ];
}

function passed(finding: string): Outcome {
  return { state: 'passed', finding };
}

function reach({ ports, patient, signal }: Exam, origin: string): Plan {
  const { host, protocol } = new URL(origin);
  return {
    id: 'reach',
    title: 'Reachable',
    needs: () => [],
    async run() {
      try {
        await ports.fetch(`${origin}/`, {
          method: 'HEAD',
          mode: 'no-cors',
          credentials: 'omit',
          cache: 'no-store',
          ...(signal ? { signal } : {}),
        });
        return passed(`${host} answered${protocol === 'https:' ? ' over TLS' : ', without TLS'}`);
      } catch (cause) {
        if (isAbort(cause)) throw cause;
        const error = await diagnoseUnanswered(
          {
            url: origin,
            name: host,
            method: 'HEAD',
            operation: 'list',
            cause,
            signal,
            corsRemedy: { text: runAgain },
          },
          ports,
        );
        const ways = [
          steps(
            `Look at the address letter by letter: ${origin}`,
            'Open it in a tab of its own. A warning about its certificate must be mended on the server.',
            'A server in another network is reached by its VPN only.',
            runAgain,
          ),
        ];
        return failed(error, adviceOf(error, `Reach the ${patient.place}`, { ways }));
      }
    },
  };
}

function blamed(exam: Exam, error: StorageError): Blamed {
  const { patient } = exam;
  if (error.code.startsWith('credentials') && patient.credentials) return 'credentials';
  if (error.code === 'clock-skew' && patient.clock) return 'clock';
  if (error.code === 'wrong-region' && patient.region !== undefined) return 'region';
  return 'list';
}

/** One listing tells all of these; the line that it blames fails, and the others say what they know. */
async function judge(exam: Exam, id: Blamed, pass: () => Outcome): Promise<Outcome> {
  const page = await exam.firstPage();
  if (!('error' in page)) return id === 'list' ? listed(exam, page) : pass();
  const { error } = page;
  const at = blamed(exam, error);
  // Who may not list was known, was in time, and asked the right server.
  if (at !== id)
    return error.code === 'forbidden' ? pass() : { state: 'skipped', finding: `Waits for ${titles[at]}` };
  switch (id) {
    case 'credentials':
      return failed(error, adviceOf(error, 'Enter working credentials', { newKeys: true }));
    case 'clock':
      return failed(error, adviceOf(error, 'Set the clock of this device', { ways: [setTheClock] }));
    case 'region':
      return failed(error, adviceOf(error, 'Use the right region'));
    case 'list':
      return notListed(exam, error);
  }
}

function notListed({ patient, ports }: Exam, error: StorageError): Outcome {
  if (error.code === 'cors') return failed(error, ruleAdvice(patient, ports.host, 'read'));
  // A folder has no keys: the browser asks for it again.
  if (patient.place === 'folder' && (error.code === 'credentials-expired' || error.code === 'forbidden')) {
    return failed(error, adviceOf(error, 'Allow the folder', { newKeys: true }));
  }
  const advice = error.code === 'forbidden' ? permissionAdvice(patient, 'source', error) : undefined;
  return failed(error, advice ?? adviceOf(error, `Find the ${patient.place}`));
}

function listed(
  { patient, settings }: Exam,
  { objects, more, tookMs }: { objects: readonly unknown[]; more: boolean; tookMs: number },
): Outcome {
  const where = settings.prefix === '' ? '' : ' under the prefix';
  const advice = permissionAdvice(patient, 'source');
  const rest = { tookMs, ...(advice ? { advice } : {}) };
  if (objects.length === 0) return { state: 'passed', finding: `Nothing is there${where} yet`, ...rest };
  const finding = more
    ? `${formatCount(objects.length)} objects on the first page${where}, more follow`
    : `${plural(objects.length, 'object')}${where}`;
  return { state: 'passed', finding, ...rest };
}

/** By the server's own time where the page may see it; else by its having taken a signature. */
function clock(exam: Exam): Outcome {
  const answer = exam.lastAnswer();
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (!answer || Number.isNaN(theirs)) return passed('The server takes this device’s time as right');
  const off = answer.at - theirs;
  const seconds = Math.round(Math.abs(off) / 1000);
  if (seconds <= 2) return passed('Within 2 s of the server');
  const words = `${seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} ${off < 0 ? 'behind' : 'ahead of'} the server`;
  if (Math.abs(off) < clockWarningMs) return passed(`${words}, which it bears`);
  const error = new StorageError('clock-skew', `This device is ${words}.`, { operation: 'list' });
  const meaning = `This device is ${words}. Signatures are still taken, but not for long.`;
  return {
    state: 'warning',
    finding: words,
    advice: adviceOf(storageError(error), 'Set the clock of this device', { meaning, ways: [setTheClock] }),
  };
}
