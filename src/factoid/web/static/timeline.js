// A timeline looked at more closely: the axis is stretched, words and rows stay as they are.

import { listen } from "./gestures.js";

const DAYS = 60; // that fill the axis at the closest
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12000];
const MOST_TICKS = 14;
const SVG = "http://www.w3.org/2000/svg";
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

// Days as the library counts them: 1 is 1 January 1 of the Gregorian calendar.
function dayOf(year, month) {
  const y = year - 1;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month] + (isLeap && month > 1 ? 1 : 0);
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + 1 + before;
}

const yearOf = (day) => Math.floor((day - 1) / 365.2425) + 1;

class Axis {
  movesUp = false;

  constructor(svg) {
    const { width, height } = svg.viewBox.baseVal;
    const { first, last, margin, end } = Object.fromEntries(Object.entries(svg.dataset).map(([name, value]) => [name, Number(value)]));
    Object.assign(this, { svg, width, height, first, last, margin, end, k: 1, shift: 0 });
    this.most = Math.max(1, (last - first) / DAYS);
    this.items = [...svg.querySelectorAll("a.event")].map((link) => {
      const bars = [...link.querySelectorAll("rect")].map((node) => ({
        node, x: node.x.baseVal.value, shown: node.width.baseVal.value,
        width: Number(node.dataset.width ?? node.width.baseVal.value), isOpen: node.classList.contains("open-start") || node.classList.contains("open-end"),
        isStart: node.classList.contains("open-start"),
      }));
      const label = link.querySelector("text");
      const left = Math.min(...bars.map((bar) => bar.x));
      const from = Number(label.getAttribute("x"));
      return { link, bars, label, left, from, isBefore: from < left };
    });
    this.ticks = svg.querySelector(".ticks");
    this.drawn = [...this.ticks.childNodes];
    this.said = svg.closest(".canvas").parentElement.querySelector("[data-shown]");
  }

  isWhole() { return this.k === 1; }
  whole() { this.look(1, 0); }
  move(dx) { this.look(this.k, this.shift - dx); }
  at(x) { return this.margin + (x - this.margin) * this.k - this.shift; }

  zoom(by, x) {
    const k = clamp(this.k * by, 1, this.most);
    const from = Math.max(x - this.margin, 0);
    this.look(k, ((from + this.shift) / this.k) * k - from);
  }

  show(link) {
    const item = this.items.find((held) => held.link === link);
    const x = item && this.at(item.left);
    if (item && (x < this.margin || x > this.width - 100)) this.move(this.width / 2 - x);
  }

  look(k, shift) {
    this.k = k;
    this.shift = clamp(shift, 0, (this.end - this.margin) * (k - 1));
    for (const item of this.items) this.put(item);
    if (k === 1) this.ticks.replaceChildren(...this.drawn);
    else this.ticks.replaceChildren(...this.marked());
    if (this.said) this.said.textContent = k === 1 ? "" : `${this.year(yearOf(this.day(this.margin)))}–${this.year(yearOf(this.day(this.end)))}`;
  }

  put({ bars, label, left, from, isBefore }) {
    let right = -Infinity;
    for (const bar of bars) {
      const x = bar.isStart ? this.at(bar.x + bar.shown) - bar.shown : this.at(bar.x);
      const width = bar.isOpen || this.k === 1 ? bar.shown : Math.max(bar.width * this.k, Math.min(bar.shown, 5));
      bar.node.setAttribute("x", x);
      bar.node.setAttribute("width", width);
      right = Math.max(right, x + width);
    }
    const start = this.at(left);
    label.setAttribute("x", this.k === 1 ? from : isBefore && start < this.width ? start - (left - from) : right + 5);
  }

  day(x) { return this.first + ((x - this.margin + this.shift) / this.k / (this.end - this.margin)) * (this.last - this.first); }
  year(year) { return new Intl.DateTimeFormat(document.documentElement.lang, { year: "numeric", timeZone: "UTC", ...(year < 1 && { era: "short" }) }).format(new Date(0).setUTCFullYear(year)); }

  *marked() {
    const [from, to] = [this.day(this.margin), this.day(this.end)];
    const step = MONTHS.find((months) => (to - from) / 30.44 / months <= MOST_TICKS) ?? 12000;
    const year = Math.floor((yearOf(from) * 12) / step) * step;
    for (let month = year; ; month += step) {
      const [y, m] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
      const day = dayOf(y, m);
      if (day > to) return;
      if (day < from) continue;
      const x = this.at(this.margin + ((day - this.first) / (this.last - this.first)) * (this.end - this.margin));
      yield node("line", { class: "tick", x1: x, x2: x, y1: 22, y2: this.height });
      const label = node("text", { class: "year-label", x, y: 16, "text-anchor": "middle" });
      label.textContent = step % 12 ? `${this.year(y)}-${String(m + 1).padStart(2, "0")}` : this.year(y);
      yield label;
    }
  }
}

function node(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

for (const canvas of document.querySelectorAll(".canvas:has(> svg.timeline)")) {
  listen(canvas, new Axis(canvas.querySelector("svg")));
  canvas.dataset.ready = "true";
  performance.mark("drawn"); // from now on it answers: benchmarks/timeline_interactive.py
}
