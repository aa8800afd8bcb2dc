/** Checks of objects: reading one, and writing one of our own that is removed again. */
import { isError, type StorageError } from '../../errors.ts';
import type { ObjectInfo } from '../../storage/object-store.ts';
import { formatBytes } from '../../util/numbers.ts';
import { adviceOf, failed, permissionAdvice, ruleAdvice, storageError } from './advice.ts';
import type { Advice, Outcome, Plan } from './check.ts';
import { gate } from './cors-plans.ts';
import { type Exam, largestRead } from './exam.ts';

const rangeBytes = 64_000;
const probeText = 'Written by Bucketmark’s Bucket doctor, which removes it again. Safe to delete.\n';

export function readPlans(exam: Exam): Plan[] {
  // What was written is read where nothing else is known to be there.
  const needs = (): string[] => (exam.foundNothing() && exam.patient.writes ? ['write'] : ['list']);
  return [
    { id: 'read', title: 'Read', needs, run: () => attempt(exam, 'source', () => read(exam)) },
    {
      id: 'range',
      title: 'Read a byte range',
      needs: () => ['read'],
      run: () => attempt(exam, 'source', () => readRange(exam)),
    },
  ];
}

export function writePlans(exam: Exam, canCondition: boolean): Plan[] {
  if (!exam.patient.writes) return [];
  const needs = (): string[] => ['reach', gate(exam.patient, 'write'), 'credentials', 'clock', 'region'];
  const conditional: Plan = {
    id: 'conditional',
    title: 'Conditional write',
    needs: () => ['write'],
    run: () => attempt(exam, 'target', () => writeOver(exam)),
  };
  return [
    { id: 'write', title: 'Write', needs, run: () => attempt(exam, 'target', () => write(exam)) },
    ...(canCondition ? [conditional] : []),
    { id: 'remove', title: 'Remove', needs: () => ['write'], run: () => removeProbe(exam) },
  ];
}

/** Turns what the storage says into the line; advice is the least policy of that use. */
async function attempt(exam: Exam, use: 'source' | 'target', run: () => Promise<Outcome>): Promise<Outcome> {
  const { patient, ports } = exam;
  try {
    const outcome = await run();
    const advice = outcome.advice ?? permissionAdvice(patient, use);
    return advice ? { ...outcome, advice } : outcome;
  } catch (thrown) {
    const error = storageError(thrown);
    return failed(error, adviceFor(error));
  }

  function adviceFor(error: StorageError): Advice {
    if (error.code === 'cors') return ruleAdvice(patient, ports.host, use === 'source' ? 'read' : 'write');
    const policy = error.code === 'forbidden' ? permissionAdvice(patient, use, error) : undefined;
    return policy ?? adviceOf(error, 'What to do');
  }
}

async function read(exam: Exam): Promise<Outcome> {
  const sample = exam.sample();
  if (!sample) return { state: 'skipped', finding: 'Nothing is there to read' };
  const store = await exam.store();
  const options = exam.signal ? { signal: exam.signal } : {};
  const size = sample.size || (await store.stat(sample.key, options)).size;
  const range = size > largestRead ? { range: { start: 0, end: largestRead - 1 } } : {};
  const blob = await store.read(sample.key, { ...options, ...range });
  const part = size > largestRead ? `the first ${formatBytes(blob.size)}` : formatBytes(blob.size);
  return { state: 'passed', finding: `${nameOf(exam, sample)}, ${part}` };
}

async function readRange(exam: Exam): Promise<Outcome> {
  const sample = exam.sample();
  if (!sample) return { state: 'skipped', finding: 'Nothing is there to read' };
  const store = await exam.store();
  const end = (sample.size > 0 ? Math.min(sample.size, rangeBytes) : rangeBytes) - 1;
  const blob = await store.read(sample.key, {
    range: { start: 0, end },
    ...(exam.signal ? { signal: exam.signal } : {}),
  });
  exam.rangeAnswer = exam.lastAnswer();
  if (exam.patient.headers.length > 0 && exam.rangeAnswer?.status === 200) {
    return {
      state: 'warning',
      finding: 'The server sends the whole object in place of a part',
      advice: {
        title: 'Let the server send parts',
        meaning:
          'It does not know byte ranges, so large files and videos must be loaded whole. Everything else works.',
        ways: [],
        note: '',
      },
    };
  }
  return { state: 'passed', finding: `The first ${formatBytes(blob.size)} of the same` };
}

async function write(exam: Exam): Promise<Outcome> {
  const store = await exam.store();
  const name = exam.ports.random.uuid().slice(0, 8);
  const key = `${exam.settings.prefix}.bucketmark-check-${name}.txt`;
  const body = new Blob([probeText], { type: 'text/plain' });
  // Remembered before it is sent: an answer may be lost though the object is there.
  exam.probe = { key, size: body.size, etag: '', modified: 0 };
  try {
    exam.probe = await store.write(key, body, exam.signal ? { signal: exam.signal } : {});
  } catch (error) {
    if (isError(error, 'storage') && error.status !== undefined) exam.probe = undefined;
    throw error;
  }
  return { state: 'passed', finding: `${nameOf(exam, exam.probe)}, ${formatBytes(body.size)}` };
}

/** Over what is there it must be refused; over the version that is known it must go through. */
async function writeOver(exam: Exam): Promise<Outcome> {
  const store = await exam.store();
  const { probe } = exam;
  if (!probe) return { state: 'skipped', finding: 'Nothing was written' };
  const body = new Blob([probeText], { type: 'text/plain' });
  const over = await refused(() => store.write(probe.key, body, { ifNoneMatch: '*' }));
  if (!over) return unconditional('An object that was there was overwritten, though it must not be');
  if (probe.etag === '') {
    return { state: 'warning', finding: 'Refused over what is there; versions are not seen by this page' };
  }
  const next = await store.write(probe.key, new Blob([probeText, probeText]), { ifMatch: probe.etag });
  exam.probe = next;
  const stale = await refused(() => store.write(probe.key, body, { ifMatch: probe.etag }));
  if (!stale) return unconditional('An old version was taken for the new one');
  return {
    state: 'passed',
    finding: 'Refused over what is there and over an old version; taken over the right one',
  };
}

async function refused(write: () => Promise<ObjectInfo>): Promise<boolean> {
  try {
    await write();
    return false;
  } catch (error) {
    if (isError(error, 'storage') && error.code === 'precondition-failed') return true;
    throw error;
  }
}

function unconditional(finding: string): Outcome {
  return {
    state: 'failed',
    finding,
    advice: {
      title: 'Write here alone',
      meaning:
        'The server does not look at conditions, so two people who write under one name overwrite each other unseen. A newer version of the server may know them.',
      ways: [],
      note: '',
    },
  };
}

/** Takes away what was written; says where it had to stay. */
export async function removeProbe(exam: Exam): Promise<Outcome> {
  const { probe, patient } = exam;
  if (!probe) return { state: 'skipped', finding: 'Nothing was written' };
  try {
    await (await exam.store()).remove(probe.key);
    exam.probe = undefined;
    const advice = permissionAdvice(patient, 'target');
    return {
      state: 'passed',
      finding: `${nameOf(exam, probe)} is gone again`,
      ...(advice ? { advice } : {}),
    };
  } catch (thrown) {
    const error = storageError(thrown);
    // It was tried: trying again as the examination ends would only be refused again.
    exam.probe = undefined;
    const advice =
      error.code === 'cors'
        ? ruleAdvice(patient, exam.ports.host, 'write')
        : (permissionAdvice(patient, 'target', error) ?? adviceOf(error, 'What to do'));
    return {
      state: 'warning',
      code: error.code,
      finding: `${probe.key} stays in the ${patient.place}: ${error.message}`,
      advice,
    };
  }
}

function nameOf({ settings }: Exam, { key }: ObjectInfo): string {
  return key.slice(settings.prefix.length) || key;
}
