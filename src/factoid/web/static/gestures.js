// Zooming and moving a drawing by mouse, touch and keyboard. A view has zoom(by, x, y), move(dx, dy), whole(),
// isWhole() and a size; x and y are in the units of the drawing.

const STEP = 1.5;
const NUDGE = 80;
const CLICK = 5; // units that a pointer may move and still be a click

export function listen(canvas, view) {
  const svg = canvas.querySelector("svg");
  const touching = new Map();
  let dragged = 0;

  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * view.width, y: ((event.clientY - box.top) / box.height) * view.height };
  };
  const middle = () => [view.width / 2, view.height / 2];
  const changed = () => canvas.classList.toggle("is-zoomed", !view.isWhole());
  const doing = (action) => { action(); changed(); };

  // The wheel scrolls the page; with Ctrl, which is also what two fingers on a touchpad send, it zooms.
  canvas.addEventListener("wheel", (event) => {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      const { x, y } = place(event);
      doing(() => view.zoom(Math.exp(-event.deltaY / (event.deltaMode ? 6 : 240)), x, y));
    } else if (sideways && !view.isWhole()) doing(() => view.move(-sideways, 0));
    else return;
    event.preventDefault();
  }, { passive: false });

  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    touching.set(event.pointerId, place(event));
    dragged = 0;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = touching.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    touching.set(event.pointerId, now);
    const other = [...touching].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (one) => Math.max(Math.hypot(one.x - other.x, one.y - other.y), 10);
      doing(() => view.zoom(apart(now) / apart(before), (now.x + other.x) / 2, (now.y + other.y) / 2));
      dragged = CLICK + 1;
    } else if (!view.isWhole()) {
      dragged += Math.hypot(now.x - before.x, now.y - before.y);
      if (dragged > CLICK && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      doing(() => view.move(now.x - before.x, now.y - before.y));
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    svg.addEventListener(name, (event) => touching.delete(event.pointerId));
  }
  addEventListener("pointerup", (event) => touching.delete(event.pointerId));
  svg.addEventListener("click", (event) => { if (dragged > CLICK) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  const keys = {
    "+": () => view.zoom(STEP, ...middle()),
    "=": () => view.zoom(STEP, ...middle()),
    "-": () => view.zoom(1 / STEP, ...middle()),
    "0": () => view.whole(),
    ArrowLeft: () => view.move(NUDGE, 0),
    ArrowRight: () => view.move(-NUDGE, 0),
    ArrowUp: () => view.move(0, NUDGE),
    ArrowDown: () => view.move(0, -NUDGE),
  };
  canvas.addEventListener("keydown", (event) => {
    const isArrow = event.key.startsWith("Arrow");
    const isVertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    if (isArrow && (view.isWhole() || (isVertical && !view.movesUp))) return;
    event.preventDefault();
    event.stopPropagation();
    doing(keys[event.key]);
  });
  canvas.addEventListener("focusin", (event) => {
    const link = event.target.closest?.("svg a");
    if (link && !view.isWhole()) doing(() => view.show(link));
  });

  const tools = canvas.parentElement.querySelector("[data-zoom]");
  if (!tools) return;
  tools.hidden = false;
  for (const button of tools.querySelectorAll("[data-by]")) {
    button.addEventListener("click", () => doing(keys[button.dataset.by]));
  }
}
