/** The Bucket doctor: asks a storage everything that is needed of it, and says what it found, line by line. */
import { isError, type StorageError } from '../../errors.ts';
import type { Credentials, StorageSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { describePatient } from './describe.ts';
import { accessPlans } from './access-plans.ts';
import { adviceOf, failed } from './advice.ts';
import type { Check } from './check.ts';
import { headerPlans, methodPlans } from './cors-plans.ts';
import { openExam } from './exam.ts';
import { readPlans, removeProbe, writePlans } from './object-plans.ts';
import { runPlans } from './run-plans.ts';

/** The one line where a storage cannot even be opened: its credentials are gone, or are none that it takes. */
export function notOpened(error: StorageError): Check {
  const advice = adviceOf(error, 'Enter working credentials', { newKeys: true });
  return { id: 'credentials', title: 'Credentials', ...failed(error, advice) };
}

/**
 * Every line at once, waiting; then each again when it begins and when it ends. Writes one small object under the
 * prefix and removes it, also when one stops listening. Throws only an abort.
 */
export async function* examine(
  subject: { readonly settings: StorageSettings; readonly credentials: Credentials | undefined },
  ports: Ports,
  signal?: AbortSignal,
): AsyncGenerator<Check> {
  const patient = describePatient(subject.settings, subject.credentials, ports.host);
  const exam = openExam(subject, patient, ports, signal);
  let canCondition: boolean;
  try {
    canCondition = (await exam.store()).capabilities.conditionalWrite;
  } catch (error) {
    if (!isError(error, 'storage')) throw error;
    yield notOpened(error);
    return;
  }
  const plans = [
    ...accessPlans(exam),
    ...readPlans(exam),
    ...methodPlans(exam),
    ...writePlans(exam, canCondition),
    ...headerPlans(exam),
  ];
  try {
    yield* runPlans(plans, ports.clock, signal);
  } finally {
    if (exam.probe) await removeProbe(exam);
  }
}
