/** A date, typed as `dd.MM.yyyy HH:mm`, or picked in the browser's own calendar. */
import Calendar from 'lucide-solid/icons/calendar';
import { parseDateText, printDateText } from '#core/query/date-text.ts';
import { IconButton } from '#web/ui/button.tsx';
import { inputClass } from '#web/ui/field.tsx';
import styles from './builder.module.css';

interface DateProps {
  label: string;
  value: string;
  invalid: boolean;
  describedBy: string;
  onInput: (value: string) => void;
}

export function DateInput(props: DateProps) {
  let picker: HTMLInputElement | undefined;
  return (
    <span class={styles.date}>
      <input
        class={inputClass()}
        aria-label={props.label}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        placeholder="31.12.2026 23:59"
        autocomplete="off"
        spellcheck={false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <IconButton
        label={`Pick: ${props.label}`}
        icon={Calendar}
        onClick={() => {
          const time = parseDateText(props.value);
          if (picker) picker.value = time === undefined ? '' : asLocal(time);
          picker?.showPicker();
        }}
      />
      <input
        ref={(element) => {
          picker = element;
        }}
        class={styles.picker}
        type="datetime-local"
        tabindex={-1}
        aria-hidden="true"
        onInput={(event) => {
          const time = new Date(event.currentTarget.value).getTime();
          if (Number.isFinite(time)) props.onInput(printDateText(time));
        }}
      />
    </span>
  );
}

/** As the calendar wants it: local, without a zone. */
function asLocal(time: number): string {
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
