/** Addresses of the Amazon S3 console, in all partitions, with multi-session hosts and the shapes before 2020. */
import type { BucketRef } from '../console.ts';

const partitions: readonly (readonly [domain: string, BucketRef['partition']])[] = [
  ['console.aws.amazon.com', 'aws'],
  ['console.amazonaws-us-gov.com', 'aws-us-gov'],
  ['console.amazonaws.cn', 'aws-cn'],
];

const regionPattern = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
/** Buckets made before 2018 in us-east-1 may have capitals and underscores. */
const bucketPattern = /^[\w.-]{3,255}$/;

interface ConsoleHost {
  readonly partition: BucketRef['partition'];
  readonly region: string | undefined;
}

/** `[account-session.][region.|s3.]console...`; the first label names an account since sessions can be many. */
function readHost(hostname: string): ConsoleHost | undefined {
  for (const [domain, partition] of partitions) {
    if (hostname === domain) return { partition, region: undefined };
    if (!hostname.endsWith(`.${domain}`)) continue;
    const labels = hostname.slice(0, -domain.length - 1).split('.');
    if (/^\d{12}-[0-9a-z]{8}$/.test(labels[0] ?? '')) labels.shift();
    const [place, ...more] = labels;
    if (more.length > 0) return undefined;
    if (place === undefined || place === 's3') return { partition, region: undefined };
    return regionPattern.test(place) ? { partition, region: place } : undefined;
  }
  return undefined;
}

function decodePath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `/s3/buckets/NAME[/pre/fix/]` and `/s3/object/NAME[/key]`; the newer shapes say prefix or key in the query. */
function readPath(address: URL): { bucket: string; prefix: string } | undefined {
  const match = /^\/s3\/(buckets|object)\/([^/]+)(?:\/(.*))?$/.exec(address.pathname);
  const bucket = decodePath(match?.[2] ?? '');
  const path = decodePath(match?.[3] ?? '');
  if (!bucket || path === undefined || !bucketPattern.test(bucket)) return undefined;
  const place = address.searchParams.get('prefix') ?? path;
  // An object's page stands for the folder that the object is in.
  const prefix = match?.[1] === 'object' ? place.slice(0, place.lastIndexOf('/') + 1) : place;
  return { bucket, prefix };
}

/** The bucket, prefix and region that an address shows; undefined where it shows no bucket that can be read. */
export function locateAwsS3(address: URL): BucketRef | undefined {
  if (address.protocol !== 'https:') return undefined;
  const host = readHost(address.hostname);
  const place = host && readPath(address);
  if (!host || !place) return undefined;
  // Directory buckets have an endpoint for each zone and sessions of their own.
  if (address.searchParams.get('bucketType') === 'directory' || place.bucket.endsWith('--x-s3'))
    return undefined;
  const region = address.searchParams.get('region') ?? '';
  return {
    provider: 's3',
    ...place,
    region: regionPattern.test(region) ? region : host.region,
    partition: host.partition,
  };
}
