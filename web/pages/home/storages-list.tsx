/** The attached storages, with what this tab knows of them. */
import Plus from 'lucide-solid/icons/plus';
import { For, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { checkOf } from '#web/state/checks.ts';
import { addressOf, serviceOf } from '#web/state/storage-words.ts';
import { StorageErrorBadge } from '#web/ui/badges.tsx';
import { count } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import page from './home-page.module.css';
import styles from './storages-list.module.css';

export function StoragesList(props: { storages: readonly Storage[] }) {
  return (
    <section aria-labelledby="storages-heading">
      <div class={page.sectionHead}>
        <h2 id="storages-heading" class={page.heading}>
          Storages
        </h2>
        <a class={page.quietLink} href="#/storages/attach">
          <Icon of={Plus} size={14} />
          Attach a storage
        </a>
      </div>
      <ul>
        <For
          each={props.storages}
          fallback={<p class={page.none}>None yet. An address above attaches one.</p>}
        >
          {(storage) => <StorageRow storage={storage} />}
        </For>
      </ul>
    </section>
  );
}

function StorageRow(props: { storage: Storage }) {
  return (
    <li>
      <a class={styles.row} href={`#/tasks/new?storage=${props.storage.id}`}>
        <StorageTile settings={props.storage.settings} />
        <span class={styles.names}>
          <span class={styles.name}>{props.storage.name}</span>
          <span class={styles.address}>{addressOf(props.storage.settings)}</span>
        </span>
        <span class={styles.state}>
          <StateWords storage={props.storage} />
        </span>
      </a>
    </li>
  );
}

function StateWords(props: { storage: Storage }) {
  const check = () => {
    const known = checkOf(props.storage.id);
    return known === 'checking' ? undefined : known;
  };
  return (
    <Show when={check()} fallback={serviceOf(props.storage.settings)}>
      {(known) => {
        const report = known();
        return report.ok ? (
          `${count(report.images)}${report.more ? ' or more' : ''} images`
        ) : (
          <StorageErrorBadge error={report.error} />
        );
      }}
    </Show>
  );
}
