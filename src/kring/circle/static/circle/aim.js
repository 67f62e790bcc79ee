// The place that is being chosen for one chip: by arrow keys, by the button, or by a tap in the circle.

import { neighbour } from "./cells.js";

const NEAR = 2; // where a proposal begins

export class Aim {
  chip = null;
  cell = null;

  /** `panel` shows who and where; `words` has the names of rings and domains; `place(key, cell)` does it. */
  constructor(circle, panel, words, place) {
    Object.assign(this, { circle, panel, words, place });
    this.part("confirm").addEventListener("click", () => this.confirm());
    this.part("later").addEventListener("click", () => this.drop());
  }

  part(name) { return this.panel.querySelector(`[data-part=${name}]`); }

  /** Someone of the tray ({key, name, domain}) comes in hand; the same one again is put back. */
  take(chip) {
    if (this.chip?.key === chip?.key) return this.drop();
    this.chip = chip;
    this.cell = chip?.domain ? { ring: NEAR, domain: chip.domain } : null;
    this.circle.picked = null;
    // On a phone the circle lies below the line: it comes into sight when it is needed.
    if (chip && this.panel.getBoundingClientRect().top > innerHeight * 0.5) this.panel.parentElement.scrollIntoView();
    return this.show();
  }

  /** Who is in hand and where they would stand, to take up again after something else. */
  get held() { return this.chip && { chip: this.chip, cell: this.cell }; }
  hold(held) { Object.assign(this, held); this.show(); }

  /** What a key does; false when there was nothing to do. */
  press(key) {
    if (!this.chip) return false;
    if (key === "Enter") return this.confirm();
    if (key === "Escape") return this.drop();
    const { cells } = this.circle;
    this.cell = this.cell ? neighbour(cells, this.cell, key) : { ring: NEAR, domain: cells.sectors[0].domain };
    return this.show();
  }

  confirm() {
    const { chip, cell } = this;
    if (!chip || !cell) return false;
    this.drop();
    this.place(chip.key, cell);
    return true;
  }

  drop() { this.chip = this.cell = null; return this.show(); }

  /** Someone was picked up in the circle, or let go. */
  picked() { return this.chip ? this.drop() : this.show(); }

  /** Light in the circle, words beside it, and the chip marked; again after every new drawing. */
  show() {
    const { chip, cell, circle, panel, words } = this;
    circle.pending = chip?.key ?? null;
    circle.aim(cell);
    const at = cell && panel.dataset.at.replace("{ring}", words.rings[cell.ring]).replace("{domain}", words.domains[cell.domain]);
    const picked = chip ? null : circle.picked;
    this.#say(chip?.name ?? (picked && circle.nameOf(picked)), at);
    for (const [name, wanted] of [["confirm", cell], ["later", chip], ["open", picked]]) this.part(name).hidden = !wanted;
    this.marked?.(chip?.key);
    return true;
  }

  #say(name, at) {
    const put = (part, words) => { if (part.textContent !== words) part.textContent = words; }; // or it is said aloud again
    const where = this.part("where");
    put(this.part("who"), name || "");
    put(where, name ? at || this.panel.dataset.where : where.dataset.rest);
    this.panel.classList.toggle("busy", Boolean(name));
  }
}
