/** The foot of a list: which rows these are of how many, the pages, and how much is on one. */
import ChevronFirst from 'lucide-solid/icons/chevron-first';
import ChevronLast from 'lucide-solid/icons/chevron-last';
import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { For } from 'solid-js';
import { IconButton, type IconButtonProps } from '#web/ui/button.tsx';
import { count } from '#web/ui/format.ts';
import { BareSelect } from '#web/ui/select.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import styles from './paging.module.css';

export function Paging<Row extends ListRow>(props: { list: List<Row> }) {
  const { list } = props;
  const size = () => list.query().pageSize;
  const matching = () => list.answer()?.matching ?? 0;
  const page = () => list.answer()?.page ?? 1;
  const pages = () => Math.max(1, Math.ceil(matching() / size()));
  const first = () => (page() - 1) * size() + 1;
  const words = () => {
    const last = Math.min(page() * size(), matching());
    return matching() === 0 ? '0' : `${count(first())} to ${count(last)} of ${count(matching())}`;
  };
  const sizes = () => [...new Set([...list.kind.pageSizes, size()])].toSorted((a, b) => a - b);
  const steps = (): { label: string; icon: IconButtonProps['icon']; to: number }[] => [
    { label: 'First page', icon: ChevronFirst, to: 1 },
    { label: 'Previous page', icon: ChevronLeft, to: page() - 1 },
    { label: 'Next page', icon: ChevronRight, to: page() + 1 },
    { label: 'Last page', icon: ChevronLast, to: pages() },
  ];
  const isOff = (to: number) => to === page() || to < 1 || to > pages();
  return (
    <nav class={styles.foot} aria-label="Pages">
      <span class={styles.words}>{words()}</span>
      <span class={styles.steps}>
        <For each={[0, 1, 2, 3]}>
          {(at) => {
            const step = () => steps()[at];
            return (
              <IconButton
                label={step()?.label ?? ''}
                icon={step()?.icon ?? ChevronRight}
                aria-disabled={isOff(step()?.to ?? 0)}
                onClick={() => {
                  const to = step()?.to ?? 0;
                  if (!isOff(to)) list.change({ page: to });
                }}
              />
            );
          }}
        </For>
      </span>
      <span class={styles.size}>
        <BareSelect
          quiet
          label="Rows on a page"
          value={String(size())}
          options={sizes().map((each) => ({ value: String(each), label: `${each} on a page` }))}
          onChange={(value) => list.change({ pageSize: Number(value) })}
        />
      </span>
    </nav>
  );
}
