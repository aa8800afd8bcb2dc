/** The request that draws the sample's files into its storage. */
import type { Handler } from '../../requests/handler.ts';
import { plural } from '../../util/numbers.ts';
import { sampleImageCount } from './count.ts';
import { sampleFiles } from './files.ts';
import { makeOffscreenCanvas } from './offscreen.ts';

export const makeSample: Handler<'make-sample'> = async ({ storageId }, context) => {
  const { store } = await context.openStorage(storageId);
  let done = 0;
  for await (const file of sampleFiles(makeOffscreenCanvas)) {
    context.signal.throwIfAborted();
    await store.write(file.name, file.blob, { contentType: file.contentType });
    done = Math.min(done + 1, sampleImageCount);
    context.report({
      share: done / sampleImageCount,
      words: `Drawing: ${done} of ${plural(sampleImageCount, 'image')}`,
    });
  }
  return { words: `${plural(sampleImageCount, 'image')} on this device` };
};
