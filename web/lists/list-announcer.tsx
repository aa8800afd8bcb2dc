/** Says what is found and selected, for those who do not see it. */
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { count, counted } from '#web/ui/format.ts';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';

/** After what is found and selected has come to rest. */
const announceMs = 500;

export function ListAnnouncer<Row extends ListRow>(props: { list: List<Row> }) {
  const { kind, selection } = props.list;
  const [words, setWords] = createSignal('');
  createEffect(
    on([() => props.list.answer(), selection.size], ([answer, selected], before) => {
      if (!answer) return;
      const timer = setTimeout(
        () =>
          setWords(
            before !== undefined && before[1] !== selected
              ? `${count(selected)} selected of ${count(answer.matching)}`
              : `${counted(answer.matching, kind.one, kind.many)} of ${count(answer.total)}`,
          ),
        announceMs,
      );
      onCleanup(() => clearTimeout(timer));
      return [answer, selected] as const;
    }),
  );
  return (
    <p class="visually-hidden" role="status">
      {words()}
    </p>
  );
}
