/** Filters that are there from the start: CVAT's, in its words. Several of them hold together. */
import { condition, type Filter, groupOf } from './filter.ts';
import type { Resource } from './list-query.ts';

export interface QuickFilter {
  /** As in the address bar. */
  readonly name: string;
  readonly title: string;
  /** `me` is the person at this device. */
  readonly filter: (me: string) => Filter;
}

const assignedToMe: QuickFilter = {
  name: 'assigned-to-me',
  title: 'Assigned to me',
  filter: (me) => condition('assignee', 'equal', me),
};
const ownedByMe: QuickFilter = {
  name: 'owned-by-me',
  title: 'Owned by me',
  filter: (me) => condition('owner', 'equal', me),
};
const notCompleted: QuickFilter = {
  name: 'not-completed',
  title: 'Not completed',
  filter: () => groupOf([condition('status', 'equal', 'completed')], 'all', true),
};

function ofProvider(value: string, title: string): QuickFilter {
  return {
    name: value.toLowerCase().replaceAll('_', '-'),
    title,
    filter: () => condition('provider_type', 'equal', value),
  };
}

function ofStatus(value: string, title: string): QuickFilter {
  return { name: value.replace(' ', '-'), title, filter: () => condition('status', 'equal', value) };
}

export const quickFilters: { readonly [Name in Resource]: readonly QuickFilter[] } = {
  projects: [assignedToMe, ownedByMe, notCompleted],
  tasks: [assignedToMe, ownedByMe, notCompleted],
  jobs: [
    assignedToMe,
    {
      name: 'not-completed',
      title: 'Not completed',
      filter: () =>
        groupOf(
          [condition('state', 'equal', 'completed'), condition('stage', 'equal', 'acceptance')],
          'any',
          true,
        ),
    },
  ],
  storages: [
    ownedByMe,
    ofProvider('AWS_S3_BUCKET', 'Amazon S3'),
    ofProvider('AZURE_CONTAINER', 'Azure Blob'),
    ofProvider('GOOGLE_CLOUD_STORAGE', 'Google Cloud'),
  ],
  requests: [
    { name: 'running', title: 'Running', filter: () => condition('running', 'equal', 'yes') },
    ofStatus('failed', 'Failed'),
    ofStatus('finished', 'Finished'),
    { name: 'to-download', title: 'To download', filter: () => condition('file', 'is_set') },
  ],
};
