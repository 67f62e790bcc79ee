// Dragging one person: while it moves, one attribute changes and nothing is measured.

import { aim, cellAt, placeOf } from "./cells.js";

const SLACK = 6; // pixels a finger may tremble before a tap becomes a drag

/** Starts on pointerdown; `done(cell)` is told where the person was put down, or null when it was a tap. */
export class Drag {
  constructor(person, cells, event, done) {
    Object.assign(this, { person, cells, done, id: event.pointerId, moving: false });
    this.from = { x: event.clientX, y: event.clientY };
    this.home = person.getAttribute("transform");
    this.stop = new AbortController();
    const on = (name, act) => person.addEventListener(name, act, { signal: this.stop.signal });
    on("pointermove", (move) => this.move(move));
    on("pointerup", (up) => this.end(up));
    on("pointercancel", () => this.cancel());
    person.setPointerCapture(this.id);
  }

  move(event) {
    if (event.pointerId !== this.id) return;
    const dx = event.clientX - this.from.x;
    const dy = event.clientY - this.from.y;
    if (!this.moving && Math.hypot(dx, dy) < SLACK) return;
    if (!this.moving) this.lift();
    const x = this.start.x + dx * this.scale;
    const y = this.start.y + dy * this.scale;
    this.person.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    this.cell = cellAt(this.cells, x, y);
    aim(this.cells, this.cell);
  }

  lift() {
    this.moving = true;
    this.start = placeOf(this.person);
    this.scale = 1 / this.person.ownerSVGElement.getScreenCTM().a; // only asked when it moves: a tap needs no layout
    this.person.classList.add("held");
  }

  end(event) {
    if (event.pointerId !== this.id) return;
    const { moving, cell } = this;
    const { ring, domain } = this.person.dataset;
    const same = cell && cell.ring === Number(ring) && cell.domain === domain;
    this.finish();
    if (!moving) return this.done(null);
    if (!cell || same) return this.restore();
    return this.done(cell);
  }

  cancel() {
    this.finish();
    this.restore();
  }

  finish() {
    this.stop.abort();
    if (this.person.hasPointerCapture(this.id)) this.person.releasePointerCapture(this.id);
    this.person.classList.remove("held");
    aim(this.cells, null);
    this.over = true;
  }

  restore() {
    this.person.setAttribute("transform", this.home);
  }
}
