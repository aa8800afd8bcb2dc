/** *Check*: lists the first objects of a storage, or says what is wrong. */
import { isAbort, toErrorReport } from '../errors.ts';
import { isImageKey } from '../media/kinds.ts';
import type { Credentials, StorageSettings } from '../model/storage.ts';
import type { Ports } from '../ports.ts';
import { openStore } from '../storage/registry.ts';
import type { CheckReport } from './workspace.ts';

const firstObjects = 1000;

/** Never throws for what a storage says; an abort is thrown on. */
export async function checkStorage(
  settings: StorageSettings,
  credentials: Credentials | undefined,
  ports: Ports,
): Promise<CheckReport> {
  const started = ports.clock.now();
  const took = (): number => ports.clock.now() - started;
  try {
    const store = await openStore(settings, credentials, ports);
    for await (const { objects } of store.list({ prefix: settings.prefix, pageSize: firstObjects })) {
      const images = objects.filter((object) => isImageKey(object.key)).length;
      return { ok: true, objects, images, more: objects.length >= firstObjects, tookMs: took() };
    }
    return { ok: true, objects: [], images: 0, more: false, tookMs: took() };
  } catch (error) {
    if (isAbort(error)) throw error;
    return { ok: false, error: toErrorReport(error), tookMs: took() };
  }
}
