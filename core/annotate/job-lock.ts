/** The lock that says who writes to a job: one tab that edits it, or an import. */
export function jobLock(jobId: number): string {
  return `bucketmark-job-${jobId}`;
}
