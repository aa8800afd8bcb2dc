/** What a check found: how many images, and the first objects by name. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, Show } from 'solid-js';
import type { CheckReport } from '#core/workspace/workspace.ts';
import { Badge } from '#web/ui/badges.tsx';
import { bytes, count, counted, nameEnd, seconds } from '#web/ui/format.ts';
import styles from './check-found.module.css';

const shown = 6;

export function CheckFound(props: { report: CheckReport; prefix: string }) {
  const found = () => (props.report.ok ? props.report : undefined);
  return (
    <Show when={found()}>
      {(report) => (
        <div class={styles.found}>
          <Show
            when={report().images > 0}
            fallback={
              <Badge tone="warn" icon={TriangleAlert}>
                {report().objects.length === 0
                  ? `Can be read, but nothing is ${props.prefix === '' ? 'here yet' : 'under this prefix'}`
                  : 'Can be read, but no image is among the first objects'}
              </Badge>
            }
          >
            <Badge tone="ok" icon={CircleCheck}>
              {report().more
                ? `Can be read: ${count(report().images)} images on the first page, more follow`
                : `Can be read: ${counted(report().images, 'image')}`}
            </Badge>
          </Show>
          <ul class={styles.objects}>
            <For each={report().objects.slice(0, shown)}>
              {(object) => (
                <li class={styles.object}>
                  <span class={styles.key} title={object.key}>
                    {nameEnd(object.key.slice(props.prefix.length) || object.key, 42)}
                  </span>
                  {/* Lists of addresses tell no sizes. */}
                  <span class={styles.size}>{object.size > 0 ? bytes(object.size) : ''}</span>
                </li>
              )}
            </For>
          </ul>
          <p class={styles.took}>{`Listed in ${seconds(report().tookMs)}. Nothing was downloaded.`}</p>
        </div>
      )}
    </Show>
  );
}
