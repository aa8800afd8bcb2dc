/** What every cell of the browser is given, and how its links are clicked. */
import type { Glimpses } from './create-glimpses.ts';
import type { Entry } from './entry.ts';

/** Of an entry on the page, wherever it stands now. */
export const idOf = (index: number): string => `entry-${index}`;

/** What each kind of cell is given. */
export interface CellProps {
  readonly index: number;
  readonly entry: Entry;
  /** What names are said behind. */
  readonly folder: string;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly glimpses: Glimpses;
  /** Of a folder. */
  readonly href: string;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onToggle: () => void;
}

/** A plain click goes to the folder; with a key it chooses it, as the box does. */
export function chooseOrFollow(props: CellProps): (event: MouseEvent) => void {
  return (event) => {
    // Else the cell would choose the folder, and nothing but it.
    event.stopPropagation();
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    props.onChoose(event);
  };
}
