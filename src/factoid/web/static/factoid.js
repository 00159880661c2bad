// What makes reading quicker for those who have JavaScript. Every page is whole without it.

import { isOurs } from "./keys.js";
import "./state.js";
import "./add.js";

const lines = () => [...document.querySelectorAll("main [data-line]")].filter((line) => line.offsetParent);

function step(by) {
  const all = lines();
  if (!all.length) return;
  const now = all.findIndex((line) => line.classList.contains("is-here"));
  const next = all[Math.min(Math.max(now + by, 0), all.length - 1)];
  all[now]?.classList.remove("is-here");
  next.classList.add("is-here");
  next.querySelector("a.headword, a.open-quote, h2 a")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (!isOurs(event)) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search")?.focus();
  }
});

// A statement in the margin shows its words in the text while the pointer or the focus is on it.
function point(event, isOn) {
  const note = event.target.closest?.("[data-for]");
  if (!note) return;
  for (const quote of document.querySelectorAll("mark.quote")) {
    if (quote.dataset.f === note.dataset.for) quote.classList.toggle("is-pointed", isOn);
  }
}

for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => point(event, true));
for (const name of ["pointerout", "focusout"]) document.addEventListener(name, (event) => point(event, false));

// Pages tell nobody where they were come from: the form must bring it along.
for (const here of document.querySelectorAll("[data-here]")) here.value = location.pathname + location.search;

document.documentElement.classList.add("has-keys");

function draw() {
  const drawing = document.querySelector(".canvas > svg");
  if (drawing) import(drawing.classList.contains("timeline") ? "./timeline.js" : "./plane.js");
  return drawing !== null;
}

const isDrawn = draw();
const waiting = document.querySelector("main [data-whole]");
if (waiting && isDrawn) location.replace(waiting.dataset.whole);
else if (waiting) import("./whole.js").then(({ fetchWhole }) => fetchWhole(waiting.dataset.whole)).then(draw);
