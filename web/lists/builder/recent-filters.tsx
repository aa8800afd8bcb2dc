/** The last ten filters that were applied. */
import { For } from 'solid-js';
import type { Filter } from '#core/query/filter.ts';
import type { Resource } from '#core/query/list-query.ts';
import { filterWords } from '#core/query/words.ts';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import styles from './builder.module.css';

export function RecentFilters(props: { resource: Resource; onChoose: (filter: Filter) => void }) {
  const workspace = useWorkspace();
  const recent = createLive(
    () => props.resource,
    (resource) => workspace.lists.recentFilters(resource),
  );
  return (
    <ul class={styles.recent} aria-label="Recent filters">
      <For each={recent.data()} fallback={<li class={styles.none}>No filter was applied yet.</li>}>
        {(filter) => (
          <li>
            <button type="button" class={styles.recentFilter} onClick={() => props.onChoose(filter)}>
              {filterWords(props.resource, filter)}
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}
