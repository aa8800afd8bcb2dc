/** What is chosen of one source in the form that makes a task. No screen in here. */
import type { StorageId } from '#core/model/ids.ts';
import type { Source, SourceReading } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';

export interface SourceDraft {
  readonly storageId: StorageId | undefined;
  readonly prefix: string;
  readonly filterKind: 'glob' | 'regex';
  readonly pattern: string;
  readonly recursive: boolean;
  readonly reading: SourceReading['kind'];
  /** Of task files; empty for the first key that holds an image. */
  readonly dataKey: string;
  readonly manifest: string;
  /** What the manifest's names hang from; empty for the folder it lies in. */
  readonly root: string;
  readonly localCopy: boolean;
  readonly picked: readonly string[];
}

export const emptySourceDraft: SourceDraft = {
  storageId: undefined,
  prefix: '',
  filterKind: 'glob',
  pattern: '',
  recursive: true,
  reading: 'objects',
  dataKey: '',
  manifest: '',
  root: '',
  localCopy: false,
  picked: [],
};

/** All of a storage, and the first of its manifests where it has one to choose. */
export function sourceDraftOf(storage: Storage, prefix = storage.settings.prefix): SourceDraft {
  return { ...emptySourceDraft, storageId: storage.id, prefix, manifest: storage.manifests[0] ?? '' };
}

/** The source as it will be saved; undefined while it cannot be one. */
export function sourceOf(draft: SourceDraft): Source | undefined {
  if (draft.storageId === undefined) return undefined;
  if (draft.reading === 'manifest' && draft.manifest.trim() === '') return undefined;
  return {
    storageId: draft.storageId,
    prefix: draft.prefix,
    filter: { kind: draft.filterKind, pattern: draft.pattern.trim() },
    recursive: draft.recursive,
    picked: draft.picked,
    reading: readingOf(draft),
    localCopy: draft.localCopy,
  };
}

function readingOf({ reading, dataKey, manifest, root }: SourceDraft): SourceReading {
  switch (reading) {
    case 'objects':
      return { kind: 'objects' };
    case 'tasks':
      return { kind: 'tasks', dataKey: dataKey.trim() };
    case 'manifest':
      return { kind: 'manifest', key: manifest.trim(), root: root.trim() || undefined };
  }
}

export function errorOfSource(draft: SourceDraft): string | undefined {
  if (draft.storageId === undefined) return 'Choose the storage the images come from.';
  if (draft.reading === 'manifest' && draft.manifest.trim() === '')
    return 'Say which manifest names the images.';
  return undefined;
}
