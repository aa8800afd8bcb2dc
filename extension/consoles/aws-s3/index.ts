import type { Console } from '../console.ts';
import { locateAwsS3 } from './location.ts';

/** Whole hosts: the console moves between its pages without loading them. */
export const awsS3: Console = {
  id: 'aws-s3',
  pages: [
    'https://console.aws.amazon.com/*',
    'https://*.console.aws.amazon.com/*',
    'https://console.amazonaws-us-gov.com/*',
    'https://*.console.amazonaws-us-gov.com/*',
    'https://console.amazonaws.cn/*',
    'https://*.console.amazonaws.cn/*',
  ],
  locate: locateAwsS3,
};
