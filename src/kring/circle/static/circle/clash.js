// Two hands at once: somebody was put elsewhere on the other device.  Both places are said, and a hand chooses.

export class Clash {
  /** `insist(key, cell)` puts them where this device wanted them. */
  constructor(host, words, insist) {
    Object.assign(this, { host, words, box: host.querySelector("[data-part=clash]") });
    const on = (name, act) => this.box.querySelector(`[data-part=${name}]`).addEventListener("click", act);
    on("leave", () => this.close());
    on("insist", () => { insist(this.key, this.cell); this.close(); });
  }

  /** Someone was wanted at `cell` here; who that is and where it stands now is read from the newest drawing. */
  open(key, cell) {
    Object.assign(this, { key, cell });
    const person = this.host.querySelector(`.person[data-key="${CSS.escape(key)}"]`);
    const name = person?.querySelector(".name")?.textContent ?? "";
    const said = { "{name}": name, "{theirs}": this.at(person?.dataset), "{ours}": this.at(cell) };
    const words = this.box.dataset.both.replace(/\{\w+\}/g, (slot) => said[slot]);
    this.box.querySelector("[data-part=both]").textContent = words;
    this.box.hidden = false;
  }

  at(cell) {
    return cell ? `${this.words.rings[cell.ring]}, ${this.words.domains[cell.domain].toLowerCase()}` : "…";
  }

  close() { this.box.hidden = true; }
}
