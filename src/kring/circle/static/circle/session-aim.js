// The place that is being chosen for one chip: by arrow keys, by the button, or by a tap in the circle.

import { neighbour } from "./cells.js";

const NEAR = 2; // where a proposal begins

export class Aim {
  chip = null;
  cell = null;

  /** `panel` shows who and where; `words` has the names of rings and domains; `place(chip, cell)` does it. */
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
    const start = { ring: NEAR, domain: cells.sectors[0].domain };
    this.cell = this.cell ? neighbour(cells, this.cell, key) : start;
    return this.show();
  }

  confirm() {
    if (!this.chip || !this.cell) return false;
    const { chip, cell } = this;
    this.drop();
    this.place(chip, cell);
    return true;
  }

  drop() {
    this.chip = null;
    this.cell = null;
    return this.show();
  }

  /** Light in the circle, words beside it, and the chip marked; again after every new drawing. */
  show() {
    const { chip, cell, panel } = this;
    this.circle.pending = chip?.key ?? null;
    this.circle.aim(cell);
    const at = cell && panel.dataset.at.replace("{ring}", this.words.rings[cell.ring]).replace("{domain}", this.words.domains[cell.domain]);
    const where = this.part("where");
    put(this.part("who"), chip?.name ?? "");
    put(where, chip ? at ?? panel.dataset.where : where.dataset.rest);
    this.part("confirm").hidden = !cell;
    this.part("later").hidden = !chip;
    panel.classList.toggle("busy", Boolean(chip));
    this.marked?.(chip?.key);
    return true;
  }
}

function put(node, words) {
  if (node.textContent !== words) node.textContent = words;
}
