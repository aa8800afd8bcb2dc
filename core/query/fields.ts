/**
 * What each list can be searched, filtered and sorted by. Names are those of CVAT's JsonLogic, so that its links
 * are understood; fields after the empty line of a list are ours.
 */
import { jobStates, jobTypes, stages } from '../model/job.ts';
import { statuses } from '../model/status.ts';
import { dimensions } from '../model/task.ts';
import type { Operator } from './filter.ts';
import type { Resource } from './list-query.ts';

export type FieldType = 'number' | 'date' | 'text' | 'choice' | 'person' | 'set';

interface Choice {
  readonly value: string;
  readonly title: string;
}

export interface Field {
  /** As in JsonLogic's `var`. */
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly operators: readonly Operator[];
  /** Of a `choice`; of other fields the values come from the data. */
  readonly choices?: readonly Choice[];
  readonly sorts: boolean;
  /** Its words are searched. */
  readonly searched: boolean;
}

const present: readonly Operator[] = ['is_set', 'is_not_set'];
const compared: readonly Operator[] = ['between', 'greater', 'greater_or_equal', 'less', 'less_or_equal'];
const operatorsOf: { readonly [Type in FieldType]: readonly Operator[] } = {
  number: ['equal', 'not_equal', ...compared],
  date: compared,
  text: ['like', 'not_like', 'equal', 'not_equal', ...present],
  choice: ['equal', 'not_equal', 'any_in', 'not_any_in'],
  person: ['equal', 'not_equal', 'any_in', 'not_any_in', ...present],
  set: ['equal', 'not_equal', 'any_in', 'not_any_in', ...present],
};

/** How it is used beside being filtered by: `s` it sorts, `f` its words are found by a search. */
type Uses = '' | 's' | 'f' | 'sf';

function field(name: string, title: string, type: FieldType, uses: Uses, choices?: readonly Choice[]): Field {
  return {
    name,
    title,
    type,
    operators: operatorsOf[type],
    ...(choices ? { choices } : {}),
    sorts: uses.includes('s'),
    searched: uses.includes('f'),
  };
}

const plain = (values: readonly string[]): Choice[] => values.map((value) => ({ value, title: value }));

const dimensionChoices: readonly Choice[] = dimensions.map((value) => ({
  value,
  title: value.toUpperCase(),
}));
const modeChoices: readonly Choice[] = [
  { value: 'annotation', title: 'Images' },
  { value: 'interpolation', title: 'Video' },
];
const jobTypeTitles = {
  annotation: 'Annotation',
  ground_truth: 'Ground truth',
  consensus_replica: 'Consensus replica',
};
const jobTypeChoices: readonly Choice[] = jobTypes.map((value) => ({ value, title: jobTypeTitles[value] }));
const providerChoices: readonly Choice[] = [
  { value: 'AWS_S3_BUCKET', title: 'S3' },
  { value: 'AZURE_CONTAINER', title: 'Azure Blob Storage' },
  { value: 'GOOGLE_CLOUD_STORAGE', title: 'Google Cloud Storage' },
  { value: 'REDIS', title: 'Redis' },
  { value: 'FOLDER', title: 'Local folder' },
  { value: 'DEVICE', title: 'This device' },
  { value: 'URLS', title: 'Web addresses' },
];
const credentialsChoices: readonly Choice[] = [
  { value: 'KEY_SECRET_KEY_PAIR', title: 'Key and secret key' },
  { value: 'ACCOUNT_NAME_TOKEN_PAIR', title: 'Account name and SAS token' },
  { value: 'ANONYMOUS_ACCESS', title: 'Anonymous' },
  { value: 'KEY_FILE_PATH', title: 'Key file' },
  { value: 'CONNECTION_STRING', title: 'Connection string' },
  { value: 'OTHER', title: 'Other' },
];
const requestStatusChoices = plain(['queued', 'in progress', 'finished', 'failed', 'cancelled']);

const id = field('id', 'ID', 'number', 'sf');
const assignee = field('assignee', 'Assignee', 'person', 'sf');
const owner = field('owner', 'Owner', 'person', 'sf');
const updated = field('updated_date', 'Updated', 'date', 's');
const created = field('created_date', 'Created', 'date', 's');
const status = field('status', 'Status', 'choice', 'sf', plain(statuses));
const dimension = field('dimension', 'Dimension', 'choice', 's', dimensionChoices);
const projectId = field('project_id', 'Project ID', 'number', 's');
const projectName = field('project_name', 'Project name', 'text', 'sf');
const label = field('label', 'Label', 'set', 'f');
const bugTracker = field('bug_tracker', 'Bug tracker', 'text', 'f');
const sourceStorage = field('source_storage', 'Source storage', 'set', '');
const frames = field('frames', 'Frames', 'number', 's');
const annotatedFrames = field('annotated_frames', 'Annotated frames', 'number', 's');
const subset = field('subset', 'Subset', 'text', 'sf');

const name = field('name', 'Name', 'text', 'sf');

export const fields: { readonly [Name in Resource]: readonly Field[] } = {
  projects: [
    id,
    name,
    assignee,
    owner,
    updated,
    status,

    created,
    dimension,
    label,
    frames,
    annotatedFrames,
    bugTracker,
    sourceStorage,
  ],
  tasks: [
    dimension,
    status,
    field('mode', 'Data', 'choice', 'sf', modeChoices),
    subset,
    assignee,
    owner,
    updated,
    id,
    projectId,
    name,
    projectName,

    created,
    label,
    frames,
    annotatedFrames,
    bugTracker,
    sourceStorage,
  ],
  jobs: [
    field('state', 'State', 'choice', 'sf', plain(jobStates)),
    field('stage', 'Stage', 'choice', 'sf', plain(stages)),
    dimension,
    assignee,
    updated,
    id,
    field('task_id', 'Task ID', 'number', 's'),
    projectId,
    field('task_name', 'Task name', 'text', 'sf'),
    projectName,
    field('type', 'Job type', 'choice', 's', jobTypeChoices),

    created,
    label,
    frames,
    annotatedFrames,
    subset,
    bugTracker,
    sourceStorage,
  ],
  storages: [
    id,
    field('provider_type', 'Provider', 'choice', 'sf', providerChoices),
    field('credentials_type', 'Credentials', 'choice', 'sf', credentialsChoices),
    field('resource', 'Bucket', 'text', 'sf'),
    field('name', 'Display name', 'text', 'sf'),
    field('description', 'Description', 'text', 'sf'),
    owner,
    updated,

    created,
  ],
  requests: [
    id,
    field('status', 'Status', 'choice', 'sf', requestStatusChoices),
    field('action', 'Operation', 'text', 'sf'),
    field('target', 'About', 'text', 'sf'),
    field('format', 'Format', 'text', 'sf'),
    field('file', 'File', 'text', 'sf'),
    field('running', 'Running', 'choice', 's', plain(['no', 'yes'])),
    created,
    field('finished_date', 'Ended', 'date', 's'),
    projectId,
    field('task_id', 'Task ID', 'number', 's'),
    field('job_id', 'Job ID', 'number', 's'),
  ],
};

export function fieldOf(resource: Resource, fieldName: string): Field | undefined {
  return fields[resource].find((each) => each.name === fieldName);
}
