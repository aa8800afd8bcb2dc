/** Every attached storage as a card, and beside them the form that attaches another. */
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import type { BulkAction } from '#web/lists/bulk/bulk-action.ts';
import { createList } from '#web/lists/create-list.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { ensureCheck } from '#web/state/checks.ts';
import { createLive } from '#web/state/create-live.ts';
import { storageFor } from '#web/state/storage-words.ts';
import { holdFolder, type LentFolder } from '#web/state/lent-folders.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { FolderDrop } from '#web/ui/folder-drop.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { type AttachDraft, draft, emptyDraft, setDraft, withAddress } from './attach-draft.ts';
import { AttachForm } from './attach-form.tsx';
import { folderForm } from './forms/folder.ts';
import { valuesFromLink } from './forms/s3.ts';
import { formOf } from './forms/registry.ts';
import { UpdateForm } from './update-form.tsx';
import { storageActions } from './storage-actions.ts';
import { storageColumns } from './storage-columns.tsx';
import { storageKind } from './storage-kind.ts';
import { StorageCard } from './storage-card.tsx';
import { type StorageLayer, StorageLayers } from './storage-layers.tsx';

const bulk: readonly BulkAction[] = [
  {
    kind: 'change',
    change: { kind: 'delete' },
    title: 'Remove',
    icon: Trash,
    ask: 'The connections and their credentials are taken off this device. Nothing in the buckets changes. Those that a task uses stay. To have one back you need its keys again.',
  },
];

export function StoragesPage() {
  const workspace = useWorkspace();
  const location = useLocation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [layer, setLayer] = createSignal<StorageLayer>();
  const connecting = () => location.pathname === '/connect';
  const params = useParams();
  const updating = () => storages().find((storage) => String(storage.id) === params['id']);
  const attaching = () => connecting() || location.pathname === '/storages/attach';
  useTitle(() => (attaching() ? 'Attach a storage' : updating() ? 'Update a storage' : 'Storages'));

  const list = createList(storageKind, () => ({}));
  // A link may name a storage that is not on the list's page.
  const live = createLive(
    () => (connecting() || params['id'] !== undefined ? true : undefined),
    () => workspace.storages.list(),
  );
  const storages = () => live.data() ?? [];

  createEffect(() => {
    for (const { id } of list.rows() ?? []) ensureCheck(workspace, id);
  });
  // A link to a bucket that is attached already leads straight to its images. Looked up once: what the form
  // attaches later leads there by itself.
  let lookedUp = false;
  createEffect(() => {
    if (!connecting()) lookedUp = false;
    if (!connecting() || lookedUp || live.data() === undefined) return;
    lookedUp = true;
    const { bucket = '', prefix = '' } = prefilled(emptyDraft).values;
    const known = storageFor({ bucket, prefix }, storages());
    if (known) goToImages(known, prefix);
  });

  function prefilled(draft: AttachDraft): AttachDraft {
    const linked = valuesFromLink(search);
    const address = search['address'];
    if (linked) return { provider: 's3', values: { ...draft.values, ...linked } };
    return typeof address === 'string' ? withAddress(draft, address) : draft;
  }
  function attachFolder(folder: LentFolder): void {
    setDraft({
      provider: 'folder',
      values: { ...folderForm.empty, ...draft().values, folder: holdFolder(folder) },
    });
    navigate('/storages/attach');
  }
  function goToImages(storage: Storage, prefix: string): void {
    navigate(`/tasks/new?storage=${storage.id}&prefix=${encodeURIComponent(prefix)}`, { replace: true });
  }
  function onAttached(storage: Storage): void {
    if (connecting()) {
      goToImages(storage, storage.settings.prefix);
      return;
    }
    showToast({
      tone: 'ok',
      title: `Attached “${storage.name}”`,
      action:
        storage.settings.provider === 'device'
          ? { title: 'Add files', run: () => setLayer({ kind: 'add-files', storage }) }
          : { title: 'Create task', run: () => goToImages(storage, storage.settings.prefix) },
    });
    navigate('/storages');
  }

  return (
    <>
      <ListPage
        list={list}
        columns={storageColumns}
        card={(row) => <StorageCard storage={row.storage} uses={row.uses} onLayer={setLayer} />}
        actions={(row) => storageActions(workspace, navigate, row, setLayer)}
        bulk={bulk}
        primary={
          <LinkButton
            href="#/storages/attach"
            icon={Plus}
            kind={attaching() || updating() || list.error() ? 'default' : 'primary'}
          >
            Attach a storage
          </LinkButton>
        }
        empty={
          <EmptyState
            title="No storages yet"
            actions={
              <Show when={!attaching()}>
                <LinkButton size="form" href="#/storages/attach" icon={Plus}>
                  Attach a storage
                </LinkButton>
              </Show>
            }
          >
            A storage is a saved connection to a bucket: where images come from and where annotations go. Its
            keys stay in this browser.
          </EmptyState>
        }
        aside={
          <>
            <Show when={attaching()}>
              <AttachForm
                prefill={connecting() ? prefilled : undefined}
                onClose={() => navigate('/storages')}
                onAttached={onAttached}
              />
            </Show>
            <Show when={updating()} keyed>
              {(storage) => (
                <Show when={formOf(storage.settings.provider)} keyed>
                  {(form) => (
                    <UpdateForm storage={storage} form={form} onClose={() => navigate('/storages')} />
                  )}
                </Show>
              )}
            </Show>
          </>
        }
      />
      <FolderDrop words="Drop the folder to attach it" onFolder={attachFolder} />
      <StorageLayers layer={layer()} onLayer={setLayer} />
    </>
  );
}
