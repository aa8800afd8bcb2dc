/** Puts boxes straight into the page's database, as if they had been drawn or imported long ago. */
import type { Page } from '@playwright/test';

/** Number of boxes by frame of job 1. The last box of each frame lies in the middle with a free margin to grab. */
export async function seedBoxes(page: Page, counts: ReadonlyMap<number, number>): Promise<void> {
  await page.evaluate(
    async (wanted) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open('bucketmark');
        open.addEventListener('success', () => resolve(open.result));
        open.addEventListener('error', () => reject(open.error));
      });
      let state = 7;
      const random = (): number => {
        state = (state * 16_807) % 2_147_483_647;
        return state / 2_147_483_647;
      };
      const middle = { left: 860, top: 465, right: 1060, bottom: 615 };
      const place = (): number[] => {
        for (;;) {
          const [width, height] = [12 + 108 * random(), 12 + 88 * random()];
          const [left, top] = [random() * (1920 - width), random() * (1080 - height)];
          const beside =
            left > middle.right + 30 ||
            left + width < middle.left - 30 ||
            top > middle.bottom + 30 ||
            top + height < middle.top - 30;
          if (beside) return [left, top, left + width, top + height];
        }
      };
      const transaction = database.transaction(['annotations', 'journals'], 'readwrite');
      let id = 0;
      for (const [frame, count] of wanted) {
        const shapes = Array.from({ length: count }, (_, index) => {
          id += 1;
          return {
            id,
            kind: 'rectangle',
            labelId: 1 + (index % 4),
            points: index === count - 1 ? [middle.left, middle.top, middle.right, middle.bottom] : place(),
            occluded: false,
            locked: false,
            hidden: false,
            zOrder: 0,
            source: 'file',
            attributes: {},
            updatedAt: 0,
          };
        });
        transaction.objectStore('annotations').put({ jobId: 1, frame, seq: 0, shapes });
      }
      transaction.objectStore('journals').put({ jobId: 1, foldedSeq: 0, nextShapeId: id + 1 });
      await new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('error', () => reject(transaction.error));
      });
      database.close();
    },
    [...counts],
  );
}
