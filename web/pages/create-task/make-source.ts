/** Makes what a task reads from of what was chosen: copies files, attaches addresses, or takes storages as they are. */
import { type Source, wholeSource } from '#core/model/source.ts';
import { parseUrlList } from '#core/storage/urls/parse.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { type CopyProgress, copyToDevice } from './files/copy-files.ts';
import { judgeLocal } from './files/local-items.ts';
import { judgeUrls } from './media-draft.ts';
import { sourcesOf, type TaskDraft } from './task-draft.ts';

interface MakeOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CopyProgress) => void;
}

/** Throws why it cannot; nothing stays then. */
export async function makeSources(
  workspace: Workspace,
  draft: TaskDraft,
  name: string,
  options: MakeOptions,
): Promise<Source[]> {
  switch (draft.origin) {
    case 'computer': {
      const verdict = judgeLocal(draft.files);
      // What lies beside frames is copied too.
      const taken = new Set(verdict.ok ? [...verdict.keys, ...verdict.context] : []);
      const items = draft.files.items.filter(({ key }) => taken.has(key));
      const { id } = await copyToDevice(workspace, name, items, options);
      // In the order they were given, which a listing does not know.
      const picked =
        draft.sorting === 'predefined'
          ? [...(verdict.ok ? verdict.keys : []), ...(verdict.ok ? verdict.context : [])]
          : [];
      return [{ ...wholeSource(id), picked }];
    }
    case 'urls': {
      const verdict = judgeUrls(draft.urls);
      const taken = new Set(verdict.ok ? [...verdict.keys, ...verdict.context] : []);
      const urls = parseUrlList(draft.urls).urls.filter((url) => taken.has(url));
      const { id } = await workspace.storages.attach({
        name,
        settings: { provider: 'urls', urls, prefix: '' },
        credentials: undefined,
        keeping: 'sealed',
      });
      return [wholeSource(id)];
    }
    case 'folder':
    case 'storage':
      return sourcesOf(draft);
  }
}
