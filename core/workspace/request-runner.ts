/** Wires requests to what they need, and runs them while this tab has the runner's lock. */
import { addFrames } from '../requests/add-frames.ts';
import { createTask } from '../requests/create-task.ts';
import { exportAnnotations } from '../requests/export-annotations.ts';
import { importAnnotations } from '../requests/import-annotations.ts';
import { runRequests } from '../requests/runner.ts';
import { syncTask } from '../requests/sync-task.ts';
import type { House } from './open-workspace.ts';
import { makeSample } from './sample/make-sample.ts';

export async function runRequestsOf(house: House): Promise<void> {
  const { ports, tasks, frames, jobs, annotations, requests, storages, syncs, vault } = house;
  const release = await ports.locks.hold('bucketmark-requests');
  try {
    await runRequests(
      {
        requests,
        handlers: {
          'add-frames': addFrames,
          'create-task': createTask,
          'export-annotations': exportAnnotations,
          'import-annotations': importAnnotations,
          'make-sample': makeSample,
          'sync-task': syncTask,
        },
        context: {
          ports,
          tasks,
          frames,
          jobs,
          annotations,
          storages,
          syncs,
          openStorage: async (id) => vault.openWithSettings(id),
        },
      },
      new AbortController().signal,
    );
  } finally {
    release();
  }
}
