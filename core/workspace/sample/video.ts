/**
 * A short WebM without a video encoder: a lossy WebP picture is one VP8 key frame in a RIFF container
 * (RFC 9649, section 2.5), so each frame is drawn, written as WebP, and muxed.
 */
import type { CanvasFactory } from './canvas.ts';
import { drawScene } from './paint.ts';

const width = 640;
const height = 400;
const framesPerSecond = 10;
const seconds = 3;

/** The bitstream in a WebP's `VP8 ` chunk; undefined when the picture is of another kind. */
function vp8Frame(webp: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  const name = (offset: number): string => String.fromCharCode(...webp.subarray(offset, offset + 4));
  if (webp.length < 12 || name(0) !== 'RIFF' || name(8) !== 'WEBP') return undefined;
  let offset = 12;
  while (offset + 8 <= webp.length) {
    const size = view.getUint32(offset + 4, true);
    if (name(offset) === 'VP8 ') return webp.subarray(offset + 8, offset + 8 + size);
    offset += 8 + size + (size % 2);
  }
  return undefined;
}

/** Scene number `index` in motion; undefined where the platform's canvas writes no WebP. */
export async function makeVideo(makeCanvas: CanvasFactory, index: number): Promise<Blob | undefined> {
  const { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } = await import(
    'mediabunny'
  );
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  const canvas = makeCanvas(width, height);
  const metadata = { decoderConfig: { codec: 'vp8', codedWidth: width, codedHeight: height } };
  for (let frame = 0; frame < seconds * framesPerSecond; frame += 1) {
    const time = frame / framesPerSecond;
    drawScene(canvas.context, { index, width, height, seconds: time });
    const webp = await canvas.toBlob('image/webp', 0.75);
    const data = vp8Frame(new Uint8Array(await webp.arrayBuffer()));
    if (!data) {
      await output.cancel();
      return undefined;
    }
    await source.add(new EncodedPacket(data, 'key', time, 1 / framesPerSecond), metadata);
  }
  await output.finalize();
  return target.buffer ? new Blob([target.buffer], { type: 'video/webm' }) : undefined;
}
