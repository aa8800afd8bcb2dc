/** How wide the window is, in pixels. */
import { createSignal } from 'solid-js';

const [windowWidth, setWindowWidth] = createSignal(innerWidth);
addEventListener('resize', () => setWindowWidth(innerWidth));

export { windowWidth };
