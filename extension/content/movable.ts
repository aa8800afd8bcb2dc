/** Moves a fixed element by its grip: with the pointer, or by 8 px with the arrow keys. */

const step = 8;
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** The element stays inside the window; its place counts from the window's right and bottom edge. */
export function makeMovable(element: HTMLElement, grip: HTMLElement): void {
  const moveBy = (x: number, y: number): void => {
    const { right, bottom, width, height } = element.getBoundingClientRect();
    const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));
    element.style.right = `${within(innerWidth - right - x, innerWidth - width)}px`;
    element.style.bottom = `${within(innerHeight - bottom - y, innerHeight - height)}px`;
  };
  grip.addEventListener('pointerdown', (event) => grip.setPointerCapture(event.pointerId));
  grip.addEventListener('pointermove', (event) => {
    if (grip.hasPointerCapture(event.pointerId)) moveBy(event.movementX, event.movementY);
  });
  grip.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key];
    if (!arrow) return;
    event.preventDefault();
    moveBy(...arrow);
  });
}
