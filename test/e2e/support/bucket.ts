/** Buckets with images for end-to-end tests, made with the AWS SDK as anybody's scripts would. */
import { GetObjectCommand, PutObjectCommand, S3Client, CreateBucketCommand } from '@aws-sdk/client-s3';
import { createCanvas } from '@napi-rs/canvas';
import type { Access } from '#test/servers/server.ts';

export function s3Client({ endpoint, region, accessKeyId, secretAccessKey }: Access): S3Client {
  return new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** A JPEG of one colour with its number on it. */
export function numberedImage(number: number, width = 640, height = 400): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = `hsl(${(number * 47) % 360} 40% 70%)`;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#222';
  context.font = '120px sans-serif';
  context.fillText(String(number), 40, 220);
  return canvas.toBuffer('image/jpeg', 80);
}

/** Makes a bucket and puts objects into it, some at a time. */
export async function fillBucket(
  client: S3Client,
  bucket: string,
  objects: Iterable<{ readonly key: string; readonly body: Uint8Array | string }>,
): Promise<void> {
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const waiting = [...objects];
  const put = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: next.key, Body: next.body }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, put));
}

export async function readText(client: S3Client, bucket: string, key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}
