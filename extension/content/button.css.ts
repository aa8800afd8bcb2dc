/** The button's own style: nothing of the console's page reaches into it, and nothing of it gets out. */
export const buttonStyle = `
:host {
  all: initial; position: fixed; right: 28px; bottom: 28px; z-index: 2147483647; display: block;
  color-scheme: light dark; font: 13px/20px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif;
}
* { box-sizing: border-box; }
button { font: inherit; margin: 0; padding: 0; border: 0; background: none; color: inherit; cursor: pointer; }
button:focus-visible { outline: 2px solid light-dark(#1a5fd0, #78adff); outline-offset: 2px; }
.bar {
  display: flex; align-items: stretch; height: 36px; border-radius: 5px; background: #1c1c1c; color: #fff;
  box-shadow: inset 0 0 0 1px rgb(255 255 255 / 30%), 0 4px 16px rgb(0 0 0 / 24%);
}
.open { display: flex; align-items: center; gap: 8px; padding: 0 12px; font-weight: 500; border-radius: 5px 0 0 5px; }
.open:active, .grip:active { background: rgb(255 255 255 / 12%); }
.grip {
  width: 28px; border-left: 1px solid rgb(255 255 255 / 24%); border-radius: 0 5px 5px 0; cursor: move;
  touch-action: none; display: grid; place-items: center;
}
.card {
  position: absolute; right: 0; bottom: 36px; width: 312px; padding-bottom: 10px; visibility: hidden; opacity: 0;
  transition: opacity 120ms;
}
:host(:hover) .card, :host(:focus-within) .card { visibility: visible; opacity: 1; }
.panel {
  padding: 14px; border-radius: 8px; background: light-dark(#fff, #222); color: light-dark(#181818, #ededed);
  box-shadow: 0 0 0 1px light-dark(#e6e6e6, #282828), 0 4px 16px rgb(0 0 0 / 16%);
}
.head { display: flex; align-items: start; gap: 8px; }
.tile {
  flex: none; display: grid; place-items: center; width: 28px; height: 36px; border-radius: 3px;
  font-size: 11px; font-weight: 600; background: light-dark(#f0f0f0, #0d0d0d); color: light-dark(#555, #ababab);
}
.bucket { font-weight: 600; overflow-wrap: anywhere; }
.place {
  font: 12px/16px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere;
  color: light-dark(#555, #ababab);
}
.words { margin: 8px 0; text-wrap: pretty; font-size: 12px; line-height: 16px; color: light-dark(#555, #ababab); }
.foot { display: flex; justify-content: space-between; font-size: 12px; line-height: 16px; }
.foot span { color: light-dark(#6b6b6b, #8f8f8f); }
.foot button:hover { text-decoration: underline; }
@media (prefers-reduced-motion: reduce) { .card { transition: none; } }
@media (forced-colors: active) { .bar, .panel { border: 1px solid; } }
@media print { :host { display: none; } }
`;
