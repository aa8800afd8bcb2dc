/** The proposed name of an export: the task in letters that every storage takes, the job, the day. */
export function exportName(taskName: string, jobId: string, now: number): string {
  const slug = taskName
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const date = new Date(now);
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return [slug || 'annotations', jobId === '' ? '' : `job-${jobId}`, day]
    .filter(Boolean)
    .join('-')
    .concat('.json');
}
