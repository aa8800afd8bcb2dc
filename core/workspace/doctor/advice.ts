/** What is said about a failed line: what it means, and what to copy or do. */
import { isError, type StorageError, toErrorReport } from '../../errors.ts';
import type { Host } from '../../ports.ts';
import { type Patient, type Prescription, runAgain, steps } from '../../storage/patient.ts';
import type { Advice, Outcome } from './check.ts';

/** An error that is no `StorageError` is a fault of ours: it goes on to whoever asked. */
export function storageError(error: unknown): StorageError {
  if (isError(error, 'storage')) return error;
  throw error;
}

export function failed(error: StorageError, advice: Advice): Outcome {
  return { state: 'failed', finding: error.message, code: error.code, advice };
}

/** What the error itself says of the way out. */
export function adviceOf(error: StorageError, title: string, more: Partial<Advice> = {}): Advice {
  const { message, remedy } = toErrorReport(error);
  return {
    title,
    meaning: [message, remedy?.text].filter(Boolean).join(' '),
    ways: (remedy?.snippets ?? []).map((snippet) => ({ ...snippet, kind: 'code' as const })),
    note: '',
    ...(remedy?.fix ? { fix: remedy.fix } : {}),
    ...more,
  };
}

/** The rule of the bucket, for the part of it that is missing. */
export function ruleAdvice(patient: Patient, host: Host, missing: 'read' | 'write' | 'see'): Advice {
  const { place, rule } = patient;
  const titles = {
    read: `Let this page read the ${place}`,
    write: `Let this page write to the ${place}`,
    see: `Let this page see what the ${place} answers`,
  };
  const what = {
    read: 'may read, so the browser keeps its answers from this page',
    write: 'may write, so the browser stops the request before it is sent',
    see: 'may see this header, so the browser takes it out of the answer',
  };
  if (rule === undefined) {
    return {
      title: titles[missing],
      meaning: `The server lets every page in, so a blocker, a proxy or a filter of this network may stand between. No rule of the ${place} changes that.`,
      ways: [steps('Try without extensions that block, and from another network.', runAgain)],
      note: '',
    };
  }
  const doubt = missing === 'read' && patient.doubt !== undefined ? ` ${patient.doubt}` : '';
  return {
    title: titles[missing],
    meaning: `The ${place} does not say that pages from ${host.origin} ${what[missing]}. One rule is enough for every line on CORS.${doubt}`,
    ways: rule.ways,
    note: rule.note,
    rule: true,
  };
}

/** The least that credentials need; `error` where they have too little. */
export function permissionAdvice(
  patient: Patient,
  use: 'source' | 'target',
  error?: StorageError,
): Advice | undefined {
  const prescription: Prescription | undefined = patient[use];
  if (!prescription) return error && adviceOf(error, 'What to do');
  return {
    title: `The least that a ${use} needs`,
    meaning:
      error === undefined
        ? `These credentials may do this. Where they may do more than a ${use} needs, this is enough.`
        : [error.message, error.remedy?.text].filter(Boolean).join(' '),
    ways: prescription.ways,
    note: prescription.note,
  };
}

export const setTheClock = steps(
  'Windows: Settings, Time & language, Date & time, Sync now.',
  'macOS: System Settings, General, Date & Time, Set automatically.',
  'Linux: timedatectl set-ntp true',
  runAgain,
);
