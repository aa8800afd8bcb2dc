/** Addresses of the S3 console in every shape that was seen, and what each shows. */

interface ConsoleAddress {
  readonly what: string;
  readonly address: string;
  readonly ref:
    | {
        bucket: string;
        prefix: string;
        region: string | undefined;
        partition: 'aws' | 'aws-us-gov' | 'aws-cn';
      }
    | undefined;
}

const cams = { bucket: 'northdock-cams', prefix: '', region: 'eu-central-1', partition: 'aws' } as const;

export const consoleAddresses: readonly ConsoleAddress[] = [
  {
    what: 'a bucket on the global host',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/northdock-cams?region=eu-central-1&tab=objects',
    ref: cams,
  },
  {
    what: 'a bucket on a host without any label',
    address: 'https://console.aws.amazon.com/s3/buckets/northdock-cams?region=eu-central-1',
    ref: cams,
  },
  {
    what: 'a folder on a region host',
    address:
      'https://eu-central-1.console.aws.amazon.com/s3/buckets/northdock-cams?region=eu-central-1&bucketType=general&prefix=2026-11/aisle-07/&showversions=false&tab=objects',
    ref: { ...cams, prefix: '2026-11/aisle-07/' },
  },
  {
    what: 'the region of the host where the query has none',
    address: 'https://eu-central-1.console.aws.amazon.com/s3/buckets/northdock-cams',
    ref: cams,
  },
  {
    what: 'the region of the query before that of the host',
    address: 'https://us-east-1.console.aws.amazon.com/s3/buckets/northdock-cams?region=eu-central-1',
    ref: cams,
  },
  {
    what: 'a session among several',
    address:
      'https://123456789012-abcd1234.us-east-1.console.aws.amazon.com/s3/buckets/northdock-cams?region=eu-central-1&prefix=a/',
    ref: { ...cams, prefix: 'a/' },
  },
  {
    what: 'a session of an account on the S3 host',
    address: 'https://123456789012-abcd1234.s3.console.aws.amazon.com/s3/buckets/northdock-cams',
    ref: { ...cams, region: undefined },
  },
  {
    what: "an object's page stands for its folder",
    address:
      'https://s3.console.aws.amazon.com/s3/object/northdock-cams?region=eu-central-1&prefix=a/b/cam%203.jpg&versionId=x',
    ref: { ...cams, prefix: 'a/b/' },
  },
  {
    what: "an object's page at the bucket's root",
    address: 'https://s3.console.aws.amazon.com/s3/object/northdock-cams?region=eu-central-1&prefix=cam.jpg',
    ref: cams,
  },
  {
    what: 'a folder in the shape before 2020',
    address:
      'https://s3.console.aws.amazon.com/s3/buckets/northdock-cams/a/b%20c/?region=eu-central-1&tab=overview',
    ref: { ...cams, prefix: 'a/b c/' },
  },
  {
    what: 'an object in the shape before 2020',
    address:
      'https://s3.console.aws.amazon.com/s3/object/northdock-cams/a/b/cam.jpg?region=eu-central-1&tab=overview',
    ref: { ...cams, prefix: 'a/b/' },
  },
  {
    what: 'GovCloud with a region',
    address:
      'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/northdock-cams?region=us-gov-west-1&prefix=a/',
    ref: { bucket: 'northdock-cams', prefix: 'a/', region: 'us-gov-west-1', partition: 'aws-us-gov' },
  },
  {
    what: 'GovCloud without a region',
    address: 'https://console.amazonaws-us-gov.com/s3/buckets/northdock-cams',
    ref: { ...cams, region: undefined, partition: 'aws-us-gov' },
  },
  {
    what: 'China',
    address: 'https://cn-north-1.console.amazonaws.cn/s3/buckets/northdock-cams?region=cn-north-1',
    ref: { ...cams, region: 'cn-north-1', partition: 'aws-cn' },
  },
  {
    what: 'China without a region',
    address: 'https://console.amazonaws.cn/s3/buckets/northdock-cams?prefix=%E4%BB%93%E5%BA%93/',
    ref: { ...cams, prefix: '仓库/', region: undefined, partition: 'aws-cn' },
  },
  {
    what: 'a prefix with what addresses are made of',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/northdock-cams?prefix=a%2Bb%20%26%20%25%23%3F/',
    ref: { ...cams, prefix: 'a+b & %#?/', region: undefined },
  },
  {
    what: 'an old name with capitals and underscores',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/Old_Bucket?region=us-east-1',
    ref: { ...cams, bucket: 'Old_Bucket', region: 'us-east-1' },
  },
  {
    what: 'a region that is none is not taken',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/northdock-cams?region=evil.example',
    ref: { ...cams, region: undefined },
  },
  {
    what: 'the list of buckets shows none',
    address: 'https://s3.console.aws.amazon.com/s3/buckets?region=eu-central-1',
    ref: undefined,
  },
  {
    what: 'the list of buckets with a slash shows none',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/',
    ref: undefined,
  },
  {
    what: 'table buckets hold no objects',
    address: 'https://s3.console.aws.amazon.com/s3/table-buckets?region=eu-central-1',
    ref: undefined,
  },
  {
    what: 'directory buckets have endpoints of their own',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/fast--euc1-az1--x-s3?region=eu-central-1',
    ref: undefined,
  },
  {
    what: 'other services show none',
    address: 'https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1',
    ref: undefined,
  },
  {
    what: 'another site with the same path shows none',
    address: 'https://console.aws.amazon.com.evil.example/s3/buckets/northdock-cams',
    ref: undefined,
  },
  {
    what: 'a host with labels that the console does not have shows none',
    address: 'https://a.b.console.aws.amazon.com/s3/buckets/northdock-cams',
    ref: undefined,
  },
  {
    what: 'a page that is not encrypted shows none',
    address: 'http://s3.console.aws.amazon.com/s3/buckets/northdock-cams',
    ref: undefined,
  },
  {
    what: 'an address that cannot be decoded shows none',
    address: 'https://s3.console.aws.amazon.com/s3/buckets/%E0%A4%A',
    ref: undefined,
  },
];
