/** How a list is searched, ordered and looked at. */
import ArrowDownUp from 'lucide-solid/icons/arrow-down-up';
import LayoutGrid from 'lucide-solid/icons/layout-grid';
import Rows3 from 'lucide-solid/icons/rows-3';
import { sortWords } from '#core/query/words.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import styles from './list-page.module.css';

interface ListControlsProps<Row extends ListRow> {
  list: List<Row>;
  onSort: (anchor: HTMLElement) => void;
}

export function ListControls<Row extends ListRow>(props: ListControlsProps<Row>) {
  return (
    <>
      <SearchField
        label={`Search ${props.list.kind.many}`}
        over={props.list.kind.over}
        value={props.list.search()}
        onInput={props.list.type}
      />
      <Button
        kind="ghost"
        icon={ArrowDownUp}
        aria-haspopup="dialog"
        onClick={(event) => props.onSort(event.currentTarget)}
      >
        {`Sort: ${sortWords(props.list.kind.resource, props.list.query().sort)}`}
      </Button>
      <span class={styles.views} role="group" aria-label="View">
        <IconButton
          label="As a table"
          icon={Rows3}
          on={props.list.view() === 'table'}
          onClick={() => props.list.look('table')}
        />
        <IconButton
          label="As cards"
          icon={LayoutGrid}
          on={props.list.view() === 'cards'}
          onClick={() => props.list.look('cards')}
        />
      </span>
    </>
  );
}
