/** The Bucket doctor's last word on each line. */
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import type { Ports } from '#core/ports.ts';
import type { Check } from '#core/workspace/doctor/check.ts';
import { examine } from '#core/workspace/doctor/examine.ts';
import { makePorts } from './ports.ts';

export interface Examined {
  readonly checks: readonly Check[];
  /** Ids by how they ended. */
  readonly ended: Readonly<Record<string, readonly string[]>>;
  line(id: string): Check;
}

export async function examined(
  settings: StorageSettings,
  credentials: Credentials | undefined,
  ports: Ports = makePorts(),
): Promise<Examined> {
  const lines = new Map<string, Check>();
  for await (const check of examine({ settings, credentials }, ports)) lines.set(check.id, check);
  const checks = [...lines.values()];
  return {
    checks,
    ended: Object.fromEntries(
      [...new Set(checks.map(({ state }) => state))].map((state) => [
        state,
        checks.filter((check) => check.state === state).map(({ id }) => id),
      ]),
    ),
    line(id) {
      const found = lines.get(id);
      if (!found) throw new Error(`The doctor has no line "${id}".`);
      return found;
    },
  };
}
