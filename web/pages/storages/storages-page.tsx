/** Every attached storage as a card, and beside them the form that attaches another. */
import Plus from 'lucide-solid/icons/plus';
import { useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, For, Match, Show, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { ensureCheck } from '#web/state/checks.ts';
import { createLive } from '#web/state/create-live.ts';
import { usesOf } from '#web/state/storage-uses.ts';
import { storageFor } from '#web/state/storage-words.ts';
import { holdFolder, type LentFolder } from '#web/state/lent-folders.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { counted } from '#web/ui/format.ts';
import { FolderDrop } from '#web/ui/folder-drop.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { EmptyState, Failing, LoadingRows, NoMatch } from '#web/ui/states.tsx';
import { type AttachDraft, draft, emptyDraft, setDraft, withAddress } from './attach-draft.ts';
import { AttachForm } from './attach-form.tsx';
import { folderForm } from './forms/folder.ts';
import { valuesFromLink } from './forms/s3.ts';
import { formOf } from './forms/registry.ts';
import { UpdateForm } from './update-form.tsx';
import { StorageCard } from './storage-card.tsx';
import { type StorageLayer, StorageLayers } from './storage-layers.tsx';
import styles from './storages-page.module.css';

export function StoragesPage() {
  const workspace = useWorkspace();
  const location = useLocation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [words, setWords] = createSignal('');
  const [layer, setLayer] = createSignal<StorageLayer>();
  const connecting = () => location.pathname === '/connect';
  const params = useParams();
  const updating = () => storages().find((storage) => String(storage.id) === params['id']);
  const attaching = () => connecting() || location.pathname === '/storages/attach';
  useTitle(() => (attaching() ? 'Attach a storage' : updating() ? 'Update a storage' : 'Storages'));

  const live = createLive(
    () => true,
    async () => ({ storages: await workspace.storages.list(), tasks: await workspace.tasks.list() }),
  );
  const storages = () => live.data()?.storages ?? [];
  const found = () => {
    const wanted = words().trim().toLowerCase();
    return storages().filter((storage) =>
      `${storage.name} ${storage.description} ${Object.values(storage.settings).join(' ')}`
        .toLowerCase()
        .includes(wanted),
    );
  };

  createEffect(() => {
    for (const storage of storages()) ensureCheck(workspace, storage.id);
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
      <PageHead title="Storages" note={live.data() ? String(storages().length) : ''}>
        <SearchField label="Search storages" over="Name or bucket" value={words()} onInput={setWords} />
        <LinkButton
          href="#/storages/attach"
          icon={Plus}
          kind={attaching() || updating() ? 'default' : 'primary'}
        >
          Attach a storage
        </LinkButton>
      </PageHead>
      <div class={styles.body}>
        <div class={styles.list}>
          <Switch>
            <Match when={live.error()}>
              {(error) => (
                <Failing
                  what="The storages could not be read from this device"
                  error={error()}
                  onRetry={live.again}
                />
              )}
            </Match>
            <Match when={live.data() === undefined}>
              <LoadingRows words="Reading the storages from this device." />
            </Match>
            <Match when={storages().length === 0}>
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
                A storage is a saved connection to a bucket: where images come from and where annotations go.
                Its keys stay in this browser.
              </EmptyState>
            </Match>
            <Match when={found().length === 0}>
              <NoMatch title="No storage matches" onClear={() => setWords('')}>
                {`Searched “${words()}” in names, descriptions, buckets, prefixes and regions of ${counted(storages().length, 'storage')}.`}
              </NoMatch>
            </Match>
            <Match when={true}>
              <ul class={styles.cards}>
                <For each={found()}>
                  {(storage) => (
                    <StorageCard
                      storage={storage}
                      uses={usesOf(storage.id, live.data()?.tasks ?? [])}
                      onLayer={setLayer}
                    />
                  )}
                </For>
              </ul>
            </Match>
          </Switch>
        </div>
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
              {(form) => <UpdateForm storage={storage} form={form} onClose={() => navigate('/storages')} />}
            </Show>
          )}
        </Show>
      </div>
      <FolderDrop words="Drop the folder to attach it" onFolder={attachFolder} />
      <StorageLayers layer={layer()} onLayer={setLayer} />
    </>
  );
}
