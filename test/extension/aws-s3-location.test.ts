import { assert, property, string, stringMatching, webPath, webQueryParameters } from 'fast-check';
import { expect, test } from 'vitest';
import { locateAwsS3 } from '#extension/consoles/aws-s3/location.ts';
import { consoleAddresses } from './support/addresses.ts';

test.each(consoleAddresses)('$what', ({ address, ref }) => {
  expect(locateAwsS3(new URL(address))).toEqual(ref && { provider: 's3', ...ref });
});

test('a bucket and prefix come back as they went into an address', () => {
  const bucket = stringMatching(/^[a-z0-9][a-z0-9.-]{1,30}[a-z0-9]$/);
  assert(
    property(bucket, string({ unit: 'grapheme' }), (name, prefix) => {
      const query = `region=eu-west-1&prefix=${encodeURIComponent(prefix)}`;
      const ref = locateAwsS3(new URL(`https://s3.console.aws.amazon.com/s3/buckets/${name}?${query}`));
      expect([ref?.bucket, ref?.prefix]).toEqual([name, prefix]);
    }),
  );
});

test('no address makes it throw', () => {
  assert(
    property(webPath(), webQueryParameters(), (path, query) => {
      const address = new URL(`https://console.aws.amazon.com${path}?${query}`);
      expect(() => locateAwsS3(address)).not.toThrow();
    }),
  );
});
