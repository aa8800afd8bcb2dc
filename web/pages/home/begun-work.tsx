/** What is there already: jobs last worked on, storages, and what runs. */
import { Show } from 'solid-js';
import type { Job } from '#core/model/job.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import styles from './home-page.module.css';
import { RecentJobs } from './recent-jobs.tsx';
import { RunningNow } from './running-now.tsx';
import { StoragesList } from './storages-list.tsx';

interface BegunWorkProps {
  recent: readonly { readonly job: Job; readonly task: Task }[];
  storages: readonly Storage[];
  requests: readonly RequestRecord[];
  /** Those that the requests are about. */
  tasks: readonly Task[];
}

export function BegunWork(props: BegunWorkProps) {
  return (
    <>
      <Show when={props.recent.length > 0}>
        <RecentJobs recent={props.recent} />
      </Show>
      <Show when={props.storages.length > 0 || props.requests.length > 0}>
        <div class={styles.columns}>
          <StoragesList storages={props.storages} />
          <RunningNow requests={props.requests} tasks={props.tasks} />
        </div>
      </Show>
    </>
  );
}
