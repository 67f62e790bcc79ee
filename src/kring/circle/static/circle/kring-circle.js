// <kring-circle>: moves what the server drew.  Someone gets a place by dragging, by a tap on a person and then on a cell,
// or by keyboard.  Tells kring-place {key, ring, domain}, kring-pick {key or null} and kring-open {key}, all bubbling; the
// page sends it to the server and hands the new drawing to `replace`.

import { aim, readCells } from "./cells.js";
import { Drag } from "./drag.js";
import { letGo, press } from "./keyboard.js";
import { swap, visible } from "./swap.js";
import { tapped } from "./tap.js";

const known = new WeakMap();

export class KringCircle extends HTMLElement {
  #pending = null;
  picked = null;

  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.#down(event));
    this.addEventListener("keydown", (event) => press(this, event) && event.preventDefault());
    this.addEventListener("click", (event) => {
      if (!this.drag?.moving) tapped(this, event);
      this.drag = undefined;
    });
  }

  /** The key of someone who has no place yet: the next cell that is tapped becomes theirs. */
  get pending() { return this.#pending; }
  set pending(key) {
    this.#pending = key || null;
    this.mark();
  }

  cellsOf(svg) {
    if (!known.has(svg)) known.set(svg, readCells(svg));
    return known.get(svg);
  }

  /** What `neighbour` asks for; and light for one cell (null: none), for a chip that is steered by arrow keys. */
  get cells() { return this.cellsOf(visible(this)); }
  aim(cell) { aim(this.cells, cell); }
  place(key, cell) {
    for (const person of this.all(key)) Object.assign(person.dataset, cell);
    this.picked = null;
    this.pending = null;
    this.tell("kring-place", { key, ...cell });
  }

  pick(key) {
    this.picked = this.picked === key ? null : key;
    this.mark();
    this.tell("kring-pick", { key: this.picked });
  }

  cancel() { return letGo(this); }

  replace(text) {
    swap(this, text);
    this.mark();
  }

  tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail })); }
  nameOf(key) { return this.all(key)[0]?.getAttribute("aria-label").split(",")[0] ?? ""; }
  all(key) { return this.querySelectorAll(`.person[data-key="${CSS.escape(key)}"]`); }

  mark() {
    for (const node of this.querySelectorAll(".picked")) node.classList.remove("picked");
    for (const person of this.picked ? this.all(this.picked) : []) person.classList.add("picked");
    const busy = Boolean(this.picked || this.#pending);
    for (const svg of this.querySelectorAll("svg.circle")) svg.classList.toggle("placing", busy);
  }

  #down(event) {
    const person = event.target.closest(".person");
    if (!person || event.button !== 0 || this.#pending) return;
    const { key } = person.dataset;
    this.drag = new Drag(person, this.cellsOf(person.ownerSVGElement), event, (cell) => cell && this.place(key, cell));
  }
}

customElements.define("kring-circle", KringCircle);
