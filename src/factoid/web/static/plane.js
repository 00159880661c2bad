// A map or a network: a part of the drawing fills its frame. On a map, signs and names keep their size.

import { listen } from "./gestures.js";

const MOST = 24;
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

class Plane {
  movesUp = true;

  constructor(svg) {
    const { width, height } = svg.viewBox.baseVal;
    Object.assign(this, { svg, width, height, x: 0, y: 0, k: 1 });
    this.onward = svg.querySelector("#onward");
    this.signs = [...svg.querySelectorAll("[data-x]")].map((node) => ({
      name: node.querySelector("text"), x: Number(node.dataset.x), y: Number(node.dataset.y), room: Number(node.dataset.room),
    }));
  }

  isWhole() { return this.k === 1; }
  whole() { this.look(0, 0, 1); }
  move(dx, dy) { this.look(this.x - dx / this.k, this.y - dy / this.k, this.k); }

  zoom(by, x, y) {
    const k = clamp(this.k * by, 1, MOST);
    this.look(this.x + x / this.k - x / k, this.y + y / this.k - y / k, k);
  }

  show(link) {
    const box = link.getBBox();
    const [x, y] = [Number(link.dataset.x ?? box.x + box.width / 2), Number(link.dataset.y ?? box.y + box.height / 2)];
    const isSeen = x > this.x && x < this.x + this.width / this.k && y > this.y && y < this.y + this.height / this.k;
    if (!isSeen) this.look(x - this.width / this.k / 2, y - this.height / this.k / 2, this.k);
  }

  look(x, y, k) {
    this.k = k;
    this.x = clamp(x, 0, this.width - this.width / k);
    this.y = clamp(y, 0, this.height - this.height / k);
    this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${this.width / k} ${this.height / k}`);
    this.svg.style.setProperty("--zoom", k);
    for (const side of ["markerWidth", "markerHeight"]) this.onward?.setAttribute(side, 8 / k);
    this.name();
  }

  // A name shows where none that matters more is in its way: the nearer one looks, the more there are.
  name() {
    const taken = [];
    for (const sign of this.signs) {
      const [x, y] = [sign.x * this.k, sign.y * this.k];
      const isOver = ({ x: otherX, y: otherY }) => Math.abs(y - otherY * this.k) < 7.5 && otherX * this.k > x && otherX * this.k < x + sign.room;
      const isFree = !this.signs.some(isOver)
        && taken.every((other) => Math.abs(y - other.y) > 15 || x + sign.room < other.x || other.x + other.room < x);
      if (isFree) taken.push({ x, y, room: sign.room });
      sign.name.classList.toggle("crowded", !isFree);
    }
  }
}

for (const canvas of document.querySelectorAll(".canvas:has(> svg.network), .canvas:has(> svg.map)")) {
  listen(canvas, new Plane(canvas.querySelector("svg")));
  // Where the frame is narrow, a network begins with whom it is about, not with its left edge.
  if (canvas.querySelector("svg.network")) canvas.scrollLeft = (canvas.scrollWidth - canvas.clientWidth) / 2;
}
