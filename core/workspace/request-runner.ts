/** Wires requests and the outbox to what they need, and runs each while this tab has its lock. */
import { addFrames } from '../requests/add-frames.ts';
import { createTask } from '../requests/create-task.ts';
import { exportAnnotations } from '../requests/export-annotations.ts';
import { importAnnotations } from '../requests/import-annotations.ts';
import { runOutbox } from '../requests/outbox.ts';
import { runRequests } from '../requests/runner.ts';
import { syncTask } from '../requests/sync-task.ts';
import { writeManifest } from '../requests/write-manifest.ts';
import { writeTarget } from '../requests/write-target.ts';
import { sweepBin } from './bin.ts';
import type { House } from './open-workspace.ts';
import { makeSample } from './sample/make-sample.ts';

export async function runRequestsOf(house: House): Promise<void> {
  const { requests, vault, ...powers } = house;
  const context = { ...powers, openStorage: async (id: number) => vault.openWithSettings(id) };
  const never = new AbortController().signal;
  const handlers = {
    'add-frames': addFrames,
    'create-task': createTask,
    'export-annotations': exportAnnotations,
    'import-annotations': importAnnotations,
    'make-sample': makeSample,
    'sync-task': syncTask,
    'write-manifest': writeManifest,
    'write-target': writeTarget,
  };
  await Promise.all([
    whileHolding(house, 'bucketmark-requests', () => {
      // What fails here is tried again by the next tab; nothing waits for it.
      sweepBin(house).catch((error: unknown) => house.ports.log.warn('The bin was not swept', error));
      return runRequests({ requests, handlers, context }, never);
    }),
    whileHolding(house, 'bucketmark-outbox', () => runOutbox(context, never)),
  ]);
}

async function whileHolding({ ports }: House, lock: string, run: () => Promise<never>): Promise<void> {
  const release = await ports.locks.hold(lock);
  try {
    await run();
  } finally {
    release();
  }
}
