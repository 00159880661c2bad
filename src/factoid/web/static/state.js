// Words selected in a source can be made a statement; of its form, only the parts that a kind of statement has show.

const offer = document.querySelector(".state-here");
const links = offer?.querySelectorAll("[data-state]") ?? [];
const other = offer?.querySelector("[data-meant]");

// Offsets are counted in characters, as the library counts them, not in UTF-16 units.
function placeOf(node, offset) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-start]");
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + [...before.toString()].length;
}

function follow() {
  const chosen = getSelection();
  const range = chosen?.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
  const start = range && placeOf(range.startContainer, range.startOffset);
  const end = range && placeOf(range.endContainer, range.endOffset);
  offer.hidden = start == null || end == null || end <= start;
  if (offer.hidden) return;
  for (const link of links) link.search = new URLSearchParams({ start, end });
  other.hidden = ![...document.querySelectorAll("a.who")].some((mention) => range.intersectsNode(mention));
}

if (offer) {
  document.addEventListener("selectionchange", follow);
  document.addEventListener("pointerdown", (event) => { if (offer.contains(event.target)) event.preventDefault(); });
}

const type = document.querySelector("form.state #type");
function fit() {
  const slots = type.selectedOptions[0].dataset.slots.split(" ");
  for (const part of document.querySelectorAll("form.state [data-slot]")) {
    const isSaid = slots.includes(part.dataset.slot);
    part.hidden = !isSaid;
    for (const field of part.querySelectorAll("input, select")) field.disabled = !isSaid;
  }
}
if (type) {
  type.addEventListener("change", fit);
  fit();
}
