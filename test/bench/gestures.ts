/** Gestures at a hand's pace, sent without waiting for answers: a slow page gets a backlog, as with a hand. */
import type { CDPSession, Page } from '@playwright/test';

type MouseEvent = Parameters<typeof dispatch>[1];

function dispatch(
  session: CDPSession,
  event: {
    readonly type: 'mousePressed' | 'mouseReleased' | 'mouseMoved' | 'mouseWheel';
    readonly x: number;
    readonly y: number;
    readonly button?: 'left' | 'middle';
    readonly buttons?: number;
    readonly clickCount?: number;
    readonly deltaX?: number;
    readonly deltaY?: number;
  },
): void {
  session.send('Input.dispatchMouseEvent', event).catch(() => undefined);
}

/** Sends the events, one every `everyMs`. */
async function play(page: Page, events: readonly MouseEvent[], everyMs: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const event of events) {
    dispatch(session, event);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await session.detach();
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('The canvas is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** 1.5 s of wheel notches at 20 Hz: six in, six out, ... */
export async function zoomAbout(page: Page): Promise<void> {
  const at = await middle(page);
  const notches = Array.from({ length: 30 }, (_, index) => ({
    type: 'mouseWheel' as const,
    ...at,
    deltaX: 0,
    deltaY: Math.floor(index / 6) % 2 === 0 ? -120 : 120,
  }));
  await play(page, notches, 50);
}

/** 1.5 s of moves at 60 Hz with the button held, on a circle around the middle. */
function circle(at: { x: number; y: number }, radius: number, button: 'left' | 'middle'): MouseEvent[] {
  const buttons = button === 'left' ? 1 : 4;
  const moves = Array.from({ length: 90 }, (_, index) => ({
    type: 'mouseMoved' as const,
    x: at.x + radius * Math.sin(index / 8),
    y: at.y + radius * Math.cos(index / 8) - radius,
    button,
    buttons,
  }));
  return [
    { type: 'mousePressed', ...at, button, buttons, clickCount: 1 },
    ...moves,
    { type: 'mouseReleased', ...at, button, clickCount: 1 },
  ];
}

export async function panAbout(page: Page): Promise<void> {
  await play(page, circle(await middle(page), 80, 'middle'), 16.6);
}

/** The select tool, and the whole picture in sight: its middle box can be taken hold of. */
export async function grabReady(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the picture' }).click();
}

export async function dragMiddle(page: Page): Promise<void> {
  await play(page, circle(await middle(page), 20, 'left'), 16.6);
}
