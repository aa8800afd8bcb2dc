/** The state of 10,000 jobs in a real database, while the page answers. */
import { expect, test } from 'vitest';
import { browserPorts } from '#core/worker/browser-ports.ts';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

test('10,000 jobs of 1,000 tasks are changed in little more than their rows take, and the page answers all the while', async () => {
  const name = `bulk-${crypto.randomUUID()}`;
  const house = openHouse(browserPorts({ origin: location.origin, kind: 'web' }), name);
  const { bulk } = openWorkspace(house);
  const { tasks, jobs } = house.database;
  const taskIds = await tasks.bulkAdd(
    Array.from({ length: 1000 }, () => taskRow()),
    { allKeys: true },
  );
  const rows = taskIds.flatMap((taskId) =>
    Array.from({ length: 10 }, () => jobRow(taskId, { stage: 'acceptance' })),
  );
  const ids = await jobs.bulkAdd(rows, { allKeys: true });

  // What the disk takes for as many rows and no more, on this machine as it is now.
  const raw = performance.now();
  await jobs.bulkPut(await jobs.toArray());
  const least = performance.now() - raw;

  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 4);
  const begun = performance.now();
  const outcome = await bulk.change('jobs', ids, { kind: 'state', state: 'completed' });
  const took = performance.now() - begun;
  clearInterval(ticking);

  console.info(
    `changed in ${Math.round(took)} ms, rows alone in ${Math.round(least)} ms, the page waited ${Math.round(longest)} ms at the longest`,
  );
  expect(outcome).toMatchObject({ changed: 10_000, failures: [] });
  expect(await tasks.filter(({ status }) => status === 'completed').count()).toBe(1000);
  expect(took).toBeLessThan(4 * least);
  expect(longest).toBeLessThan(took / 4);
  await house.database.delete();
});

test('storages in use stay, and are told', async () => {
  const house = openHouse(
    browserPorts({ origin: location.origin, kind: 'web' }),
    `bulk-${crypto.randomUUID()}`,
  );
  const workspace = openWorkspace(house);
  for (const name of ['Dock', 'Yard']) await house.tasks.add(taskRow({ name }));
  const storage = (name: string) => ({
    uid: crypto.randomUUID(),
    name,
    description: '',
    owner: '',
    manifests: [],
    settings: { provider: 'urls' as const, urls: [], prefix: '' },
    keeping: 'session' as const,
    keyHint: '',
    createdAt: 0,
    updatedAt: 0,
  });
  const used = await house.storages.add(storage('Cams'));
  const free = await house.storages.add(storage('Old'));
  expect(used).toBe(1);
  const outcome = await workspace.bulk.change('storages', [used, free], { kind: 'delete' });
  expect(outcome).toMatchObject({
    changed: 1,
    failures: [{ name: 'Storage “Cams”', error: { message: '2 tasks still use this storage.' } }],
  });
});
