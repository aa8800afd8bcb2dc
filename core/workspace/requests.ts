/** Asking for long operations, and fetching what came of them. */
import { InvalidDataError } from '../errors.ts';
import { endings } from '../db/requests.ts';
import type { RequestId } from '../model/ids.ts';
import { readDeviceFile, removeDeviceFile, writeDeviceFile } from '../requests/device-file.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function requestUses({ requests, ports }: House): Workspace['requests'] {
  const { files, clock, random } = ports;
  async function remove(id: RequestId): Promise<void> {
    const request = await requests.get(id);
    const result = request?.result?.file;
    if (result) await removeDeviceFile(files, { folder: 'results', name: result.path });
    if (request?.params.kind === 'import-annotations') {
      await removeDeviceFile(files, { folder: 'incoming', name: request.params.file });
    }
    await requests.remove(id);
  }
  return {
    recent: async (limit) => requests.recent(limit),
    active: async () => requests.active(),
    ofTask: async (id) => requests.ofTask(id),
    counts: async () => ({
      running: await requests.count('in progress'),
      waiting: await requests.count('queued'),
      ended: await requests.count(...endings),
    }),
    many: async (ids) => requests.many(ids),
    cancel: async (id) => requests.cancel(id, clock.now()),
    retry: async (id) => requests.retry(id),
    exportAnnotations: async (input) => requests.add({ kind: 'export-annotations', ...input }, clock.now()),

    async importAnnotations({ file, ...input }) {
      const name = random.uuid();
      await writeDeviceFile(files, { folder: 'incoming', name }, once(file));
      return requests.add(
        { kind: 'import-annotations', ...input, file: name, fileName: file.name },
        clock.now(),
      );
    },

    remove,

    async clear() {
      for (const id of await requests.ended()) await remove(id);
    },

    async resultFile(id) {
      const file = (await requests.get(id))?.result?.file;
      if (!file) throw new InvalidDataError('This request has no file.', { where: `request ${id}` });
      return readDeviceFile(files, { folder: 'results', name: file.path });
    },
  };
}

async function* once(blob: Blob): AsyncGenerator<Blob> {
  yield blob;
}
