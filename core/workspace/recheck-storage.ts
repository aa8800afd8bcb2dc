/** *Check* of a storage that is attached, as it is or as a change would make it. */
import { toErrorReport } from '../errors.ts';
import { checkStorage } from './check-storage.ts';
import type { House } from './open-workspace.ts';
import { resolve } from './subject.ts';
import type { CheckReport, Subject } from './workspace.ts';

/** Credentials that are locked, or gone with their tab, are told as what a storage says. */
export async function recheckStorage(house: House, subject: Subject): Promise<CheckReport> {
  const { clock } = house.ports;
  const started = clock.now();
  try {
    const { settings, credentials } = await resolve(house, subject);
    return await checkStorage(settings, credentials, house.ports);
  } catch (error) {
    return { ok: false, error: toErrorReport(error), tookMs: clock.now() - started };
  }
}
