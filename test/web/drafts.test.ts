import { expect, test } from 'vitest';
import { azureForm } from '#web/pages/storages/forms/azure.ts';
import { errorsOf } from '#web/pages/storages/forms/form.ts';
import { s3Form, valuesFromLink } from '#web/pages/storages/forms/s3.ts';
import { nextColor } from '#core/model/label-palette.ts';
import { addLabels } from '#web/pages/labels/label-draft.ts';
import { emptySourceDraft } from '#web/pages/create-task/files/source-draft.ts';
import { jobsSentence } from '#web/pages/create-task/cut-draft.ts';
import { emptyTaskDraft, errorsOfTask } from '#web/pages/create-task/task-draft.ts';
import { exportName } from '#web/pages/task/export-name.ts';
import { bytes, moment, nameEnd, percent } from '#web/ui/format.ts';

const allFields = [...s3Form.fields, ...s3Form.credentialFields];
const filled = {
  ...s3Form.empty,
  bucket: ' scans ',
  prefix: '/gate-b/',
  endpoint: 'http://localhost:9000/',
  accessKeyId: ' id ',
  secretAccessKey: ' secret ',
};

test('what is typed becomes settings and credentials without stray spaces and slashes', () => {
  expect(s3Form.settingsOf(filled)).toEqual({
    provider: 's3',
    bucket: 'scans',
    prefix: 'gate-b/',
    region: 'us-east-1',
    endpoint: 'http://localhost:9000',
    addressing: 'virtual',
    anonymous: false,
  });
  expect(s3Form.credentialsOf(filled)).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
  expect(s3Form.credentialsOf({ ...filled, kind: 'anonymous' })).toBeUndefined();
  expect(s3Form.proposedName(filled)).toBe('scans, gate-b');
});

test('every field that is missing is named, and none that is not asked for', () => {
  const wrong = { ...s3Form.empty, region: '', endpoint: 'nowhere', kind: 'token' };
  expect(Object.keys(errorsOf(allFields, wrong))).toEqual([
    'bucket',
    'region',
    'endpoint',
    'accessKeyId',
    'secretAccessKey',
    'sessionToken',
  ]);
  expect(errorsOf(allFields, { ...filled, kind: 'anonymous', secretAccessKey: '' })).toEqual({});
});

test.each([
  [40, '', undefined],
  [39, '', 'One character short: 39 of 40'],
  [43, '', '3 characters too many: 43 of 40'],
  [8, 'https://minio.example', undefined],
])('a secret of %i characters at endpoint "%s"', (length, endpoint, words) => {
  const errors = errorsOf(allFields, { ...filled, secretAccessKey: 's'.repeat(length), endpoint });
  expect(errors['secretAccessKey']).toBe(words);
});

test('a link of the Chinese console leads to the Chinese endpoint', () => {
  const link = { bucket: 'scans', prefix: '/a/', region: 'cn-north-1', partition: 'aws-cn' };
  expect(valuesFromLink(link)).toMatchObject({
    bucket: 'scans',
    prefix: 'a/',
    region: 'cn-north-1',
    endpoint: 'https://s3.cn-north-1.amazonaws.com.cn',
  });
});

test('labels get the palette’s colours in order, then ones of their own', () => {
  const labels = addLabels([], 'a, b,, a ,c');
  expect(labels.map(({ id, name, color }) => ({ id, name, color }))).toEqual([
    { id: 1, name: 'a', color: '#2f80ff' },
    { id: 2, name: 'b', color: '#ff9e1b' },
    { id: 3, name: 'c', color: '#64fcd7' },
  ]);
  const many = addLabels([], Array.from({ length: 40 }, (_, index) => `label ${index}`).join());
  expect(new Set(many.map((label) => label.color)).size).toBe(40);
  expect(nextColor(many.slice(0, 8).map((label) => label.color))).toBe('#800000');
});

test.each([
  [0, '240', '0', 'No job yet: no image is chosen.'],
  [18_204, '240', '0', '76 jobs: 75 of 240 frames, the last of 204.'],
  [40, '240', '0', '1 job of 40 frames.'],
  [480, '240', '0', '2 jobs of 240 frames.'],
  [480, '', '0', '1 job of 480 frames.'],
  [20_000, '2', '0', 'That would be 10,000 jobs; a task holds 5,000. Take more frames in a job.'],
])('%i frames cut by %j with overlap %j', (size, segmentSize, overlap, words) => {
  expect(jobsSentence(size, { segmentSize, overlap })).toBe(words);
});

test('a task is not made with half-written labels or numbers', () => {
  const sources = [{ ...emptySourceDraft, storageId: 1 }];
  const draft = { ...emptyTaskDraft, sources, labels: addLabels([], 'a, b') };
  expect(errorsOfTask(draft)).toEqual({});
  expect(errorsOfTask({ ...draft, segmentSize: '10', overlap: '6' }).overlap).toBe(
    'At most 5, half of a job.',
  );
  expect(errorsOfTask({ ...draft, segmentSize: 'ten' }).segmentSize).toMatch(/whole number/);
  const twice = draft.labels.map((label) => ({ ...label, name: 'a' }));
  expect(errorsOfTask({ ...draft, labels: twice }).labels).toBe('Two labels are called “a”.');
});

test('an export is named so that every storage takes it', () => {
  const now = new Date(2026, 10, 20).getTime();
  expect(exportName('Löading dock, cam 3 / №7', '', now)).toBe('loading-dock-cam-3-no7-2026-11-20.json');
  expect(exportName('仓库', '8412', now)).toBe('annotations-job-8412-2026-11-20.json');
});

test('numbers and times are said as the interface says them', () => {
  expect([0, 999, 1000, 388_000, 1_420_000, 7.4e9].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '388 kB',
    '1.4 MB',
    '7.4 GB',
  ]);
  expect([0, 0.999, 1].map(percent)).toEqual(['0 %', '99 %', '100 %']);
  expect(nameEnd('2026-11-20T02-41-08Z.jpg', 12)).toBe('…-41-08Z.jpg');
  const now = new Date(2026, 10, 20, 12, 3).getTime();
  const words = [0, 24, 48, 24 * 400].map((hours) => moment(now - hours * 3_600_000, now));
  expect(words).toEqual(['12:03', 'Yesterday', '18 Nov', '16 Oct 2025']);
});

test.each([
  ['amazon', 'us-east-1', '', 'virtual'],
  ['amazon-gov', 'us-gov-east-1', '', 'virtual'],
  ['amazon-cn', 'cn-north-1', '', 'virtual'],
  ['backblaze', 'us-west-004', 'https://s3.us-west-004.backblazeb2.com', 'path'],
  ['cloudflare', 'auto', 'https://ACCOUNT.r2.cloudflarestorage.com', 'path'],
  ['wasabi', 'us-east-1', 'https://s3.us-east-1.wasabisys.com', 'path'],
  ['digitalocean', 'nyc3', 'https://nyc3.digitaloceanspaces.com', 'path'],
  ['minio', 'us-east-1', 'http://localhost:9000', 'path'],
])('the service %s brings region, endpoint and addressing', (service, region, endpoint, addressing) => {
  const field = s3Form.fields.find(({ key }) => key === 'service');
  const brought = field?.brings?.(filled, service);
  expect(brought).toEqual({ service, region, endpoint, addressing });
  const errors = errorsOf(allFields, { ...filled, ...brought, kind: 'anonymous' });
  expect(errors['endpoint']).toBe(service === 'cloudflare' ? 'Put your own in place of ACCOUNT.' : undefined);
});

test('a region moves the endpoint of its service, and no other', () => {
  const at = (values: Record<string, string>) =>
    s3Form.fields
      .find(({ key, when }) => key === 'region' && when?.(values))
      ?.brings?.(values, 'eu-central-003');
  const backblaze = { service: 'backblaze', region: 'us-west-004' };
  expect(at({ ...backblaze, endpoint: 'https://s3.us-west-004.backblazeb2.com' })).toEqual({
    region: 'eu-central-003',
    endpoint: 'https://s3.eu-central-003.backblazeb2.com',
  });
  expect(at({ ...backblaze, endpoint: 'https://cdn.example' })).toEqual({ region: 'eu-central-003' });
});

test.each([
  ['s3://scans/a/', undefined],
  ['https://scans.s3.cn-north-1.amazonaws.com.cn/a', 'amazon-cn'],
  ['https://scans.s3.us-gov-west-1.amazonaws.com', 'amazon-gov'],
  ['https://f004.s3.us-west-004.backblazeb2.com/x', 'backblaze'],
  ['https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/scans', 'cloudflare'],
  ['https://s3.eu-west-1.wasabisys.com/scans', 'wasabi'],
  ['https://scans.nyc3.digitaloceanspaces.com', 'digitalocean'],
  ['http://localhost:9000/scans', 'minio'],
  ['https://storage.example:8443/scans', 'other'],
])('the address %s is of the service %s', (address, service) => {
  expect(s3Form.parse(address)?.values['service']).toBe(service);
});

test('a role, who pays and how long reads are signed are settings like any other', () => {
  const values = {
    ...filled,
    endpoint: '',
    kind: 'role',
    roleArn: 'arn:aws-us-gov:iam::123456789012:role/annotators/read',
    externalId: 'blue-door',
    stsEndpoint: '',
    requesterPays: 'yes',
    presignMinutes: '0',
  };
  expect(s3Form.credentialsOf(values)).toMatchObject({
    role: { arn: values.roleArn, externalId: 'blue-door' },
  });
  expect(s3Form.settingsOf(values)).toMatchObject({ requesterPays: true, presignMinutes: 0 });
  const wrong = {
    ...values,
    roleArn: 'annotators',
    externalId: 'x',
    stsEndpoint: 'sts',
    presignMinutes: '10081',
  };
  expect(Object.keys(errorsOf(allFields, wrong))).toEqual([
    'presignMinutes',
    'secretAccessKey',
    'roleArn',
    'externalId',
    'stsEndpoint',
  ]);
  // MinIO has no roles to name.
  expect(errorsOf(allFields, { ...wrong, ...filled, kind: 'role', roleArn: '' })['roleArn']).toBeUndefined();
});

test('a page says that an application with a secret is for the extension', () => {
  const values = {
    ...azureForm.empty,
    azureKind: 'principal',
    tenant: 't',
    clientId: 'c',
    clientSecret: 's',
  };
  expect(errorsOf(azureForm.credentialFields, values)['clientSecret']).toMatch(/in the extension/);
});

test('a sign-in counts for the application that it was to', () => {
  const who = { tenant: 'contoso.example', clientId: 'page-5678' };
  const kept = JSON.stringify({ ...who, refreshToken: 'secret' });
  const values = { ...azureForm.empty, azureKind: 'sign-in', ...who, azureSignIn: kept };
  expect(errorsOf(azureForm.credentialFields, values)).toEqual({});
  expect(azureForm.credentialsOf(values)).toEqual({ kind: 'azure-sign-in', ...who, refreshToken: 'secret' });
  expect(errorsOf(azureForm.credentialFields, { ...values, clientId: 'other' })).toEqual({
    azureSignIn: 'Sign in first.',
  });
  expect(azureForm.settingsOf(values)).toMatchObject({ anonymous: false });
});
