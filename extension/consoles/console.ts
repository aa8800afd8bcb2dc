/** What is known of a cloud's console. A console is a folder that exports one of these. */

/** A place in a bucket, as far as an address tells. */
export interface BucketRef {
  readonly provider: 's3';
  readonly bucket: string;
  /** The folder that is shown; empty at the bucket's root. */
  readonly prefix: string;
  /** Undefined where the address does not say it. */
  readonly region: string | undefined;
  readonly partition: 'aws' | 'aws-us-gov' | 'aws-cn';
}

export interface Console {
  readonly id: 'aws-s3';
  /** Match patterns of the pages that get the button. */
  readonly pages: readonly string[];
  /** The bucket that an address shows; undefined where it shows none. */
  readonly locate: (address: URL) => BucketRef | undefined;
}
