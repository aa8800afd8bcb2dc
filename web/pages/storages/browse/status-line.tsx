/** What is here, how far listing is, and in which order it stands. */
import { Show } from 'solid-js';
import { Button } from '#web/ui/button.tsx';
import { count, counted } from '#web/ui/format.ts';
import { Ring } from '#web/ui/ring.tsx';
import { BareSelect } from '#web/ui/select.tsx';
import styles from './browse-page.module.css';
import type { Entries } from './create-entries.ts';
import { type EntryOrder, orderText, parseOrder, type View } from './entry.ts';

interface StatusLineProps {
  entries: Entries;
  below: boolean;
  view: View;
  order: EntryOrder;
  onOrder: (order: EntryOrder) => void;
}

const orders = [
  { value: '', label: 'In the storage’s order' },
  { value: 'name', label: 'By name, 2 before 10' },
  { value: '-name', label: 'By name, backwards' },
  { value: '-size', label: 'Largest first' },
  { value: 'size', label: 'Smallest first' },
  { value: '-modified', label: 'Newest first' },
  { value: 'modified', label: 'Oldest first' },
] as const;

export function StatusLine(props: StatusLineProps) {
  const found = () => props.entries.folders() + props.entries.objects();
  const words = () =>
    [
      ...(props.entries.folders() > 0 ? [counted(props.entries.folders(), 'folder')] : []),
      ...(props.entries.objects() > 0 ? [counted(props.entries.objects(), 'object')] : []),
    ].join(' and ');
  const stands = () => {
    switch (props.entries.state()) {
      case 'listing':
        return `Listing: ${count(props.entries.looked())} looked at so far`;
      case 'sorting':
        return `${words()}, sorting`;
      case 'full':
        return `The first ${count(found())}. There are more: a search narrows them down`;
      case 'stopped':
        return `Stopped after ${count(props.entries.looked())}`;
      case 'done':
        return words();
      case 'failed':
        return found() > 0 ? `${words()} before it failed` : '';
    }
  };
  const isListing = () => props.entries.state() === 'listing';
  return (
    <div class={styles.status}>
      <Show when={isListing() || props.entries.state() === 'sorting'}>
        <Ring size={14} />
      </Show>
      <span>{stands()}</span>
      <Show when={isListing()}>
        <Button kind="ghost" onClick={() => props.entries.stop()}>
          Stop
        </Button>
      </Show>
      <Show when={props.entries.state() === 'stopped'}>
        <Button kind="ghost" onClick={() => props.entries.again()}>
          List again
        </Button>
      </Show>
      <span class={styles.grow} />
      <Show when={found() > 0}>
        <span class={styles.hint}>Shift-click for a range, Ctrl A for all</span>
        <Show when={props.view === 'grid'}>
          <BareSelect
            label="Order"
            quiet
            value={orderText(props.order)}
            options={orders}
            onChange={(order) => props.onOrder(parseOrder(order))}
          />
        </Show>
      </Show>
    </div>
  );
}
