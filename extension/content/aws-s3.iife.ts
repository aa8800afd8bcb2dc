/** Shows the button on pages of the Amazon S3 console that show a bucket. */
import { locateAwsS3 } from '../consoles/aws-s3/location.ts';
import { startContent } from './start.ts';

startContent(locateAwsS3);
