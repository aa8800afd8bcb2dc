// An S3-compatible server on this machine, holding the sample that the project draws itself.
import crypto, { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const bucket = 'bucketmark-sample';
const accessKeyId = 'S3RVER';
const secretAccessKey = 'S3RVER';

/** s3rver answers any origin of this machine as a bucket with this rule would. */
const corsRule = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>http://localhost:*</AllowedOrigin>
  <AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod><AllowedMethod>PUT</AllowedMethod>
  <AllowedMethod>POST</AllowedMethod><AllowedMethod>DELETE</AllowedMethod>
  <AllowedHeader>*</AllowedHeader>
  <ExposeHeader>ETag</ExposeHeader><ExposeHeader>Content-Length</ExposeHeader>
  <ExposeHeader>Content-Range</ExposeHeader><ExposeHeader>Accept-Ranges</ExposeHeader>
  <ExposeHeader>Last-Modified</ExposeHeader><ExposeHeader>x-amz-request-id</ExposeHeader>
  <MaxAgeSeconds>3000</MaxAgeSeconds>
</CORSRule></CORSConfiguration>`;

/**
 * s3rver makes its continuation tokens with DES, which OpenSSL 3 has retired, so that every list of more than
 * one page fails. Triple DES with the same key three times is DES, and is still there.
 */
function reviveDes() {
  for (const name of ['createCipheriv', 'createDecipheriv']) {
    const original = crypto[name];
    crypto[name] = (algorithm, key, ...rest) =>
      algorithm === 'des'
        ? original('des-ede3-cbc', Buffer.concat([key, key, key]), ...rest)
        : original(algorithm, key, ...rest);
  }
}

async function versionOfSample() {
  const folder = join(root, 'core/workspace/sample');
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** Draws the sample into the cache, unless this version of it is there; returns its folder. */
async function drawSample() {
  const folder = join(root, '.cache/sample', await versionOfSample());
  if (await exists(folder)) return folder;
  console.log('Drawing the sample (once, some seconds)');
  const { createServer } = await import('vite');
  const loader = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    server: { middlewareMode: true },
  });
  const { sampleFiles } = await loader.ssrLoadModule('/core/workspace/sample/files.ts');
  const { makeNodeCanvas } = await loader.ssrLoadModule('/scripts/node-canvas.ts');
  const unfinished = `${folder}.unfinished`;
  await rm(join(root, '.cache/sample'), { recursive: true, force: true });
  for await (const { name, blob } of sampleFiles(makeNodeCanvas)) {
    const path = join(unfinished, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, new Uint8Array(await blob.arrayBuffer()));
  }
  await loader.close();
  await rename(unfinished, folder);
  return folder;
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

const contentTypes = {
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  webm: 'video/webm',
};

/** Puts every file of the sample that the bucket does not hold yet. */
async function fill(endpoint, folder) {
  const { S3Client, ListObjectsV2Command, PutObjectCommand } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const listed = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  const sizes = new Map((listed.Contents ?? []).map(({ Key, Size }) => [Key, Size]));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const Key = path.slice(folder.length + 1).replaceAll('\\', '/');
    const Body = await readFile(path);
    if (sizes.get(Key) === Body.length) continue;
    const ContentType = contentTypes[Key.split('.').at(-1)] ?? 'application/octet-stream';
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType }));
  }
}

/** Starts the bucket on `port`; what people write into it is kept in the cache. */
export async function startSampleBucket(port) {
  const folder = await drawSample();
  reviveDes();
  const { default: S3rver } = await import('s3rver');
  const directory = join(root, '.cache/bucket');
  await mkdir(directory, { recursive: true });
  const server = new S3rver({
    address: 'localhost',
    port,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: [corsRule] }],
  });
  await server.run();
  await fill(`http://localhost:${port}`, folder);
  return {
    address: `http://localhost:${port}/${bucket}`,
    accessKeyId,
    secretAccessKey,
    stop: () => server.close(),
  };
}
