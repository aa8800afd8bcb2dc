/** The whole task, or one of its jobs; nothing to choose where there is only one. */
import { Show } from 'solid-js';
import type { Job } from '#core/model/job.ts';
import { frameRange } from '#web/state/job-words.ts';
import { Select } from '#web/ui/select.tsx';

interface JobSelectProps {
  label: string;
  jobs: readonly Job[];
  /** The job's id, or empty for the whole task. */
  value: string;
  onChange: (value: string) => void;
}

export function JobSelect(props: JobSelectProps) {
  return (
    <Show when={props.jobs.length > 1}>
      <Select
        label={props.label}
        value={props.value}
        options={[
          { value: '', label: 'The whole task' },
          ...props.jobs.map((job) => ({
            value: String(job.id),
            label: `Job ${job.id}, frames ${frameRange(job)}`,
          })),
        ]}
        onChange={(value) => props.onChange(value)}
      />
    </Show>
  );
}
