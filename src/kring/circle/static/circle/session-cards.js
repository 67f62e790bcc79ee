// One question at a time, without going to the server for the next; and which life domains nobody looked at yet.

export class Cards {
  /** `turned(number, text)` is told, numbers from 0. */
  constructor(host, turned) {
    this.cards = [...host.querySelectorAll("[data-card]")];
    this.coverage = host.querySelector("[data-part=coverage]");
    this.sources = [...host.querySelectorAll("[data-source]")];
    this.now = Math.max(0, this.cards.findIndex((card) => !card.hidden));
    this.furthest = this.now;
    Object.assign(this, { host, turned });
    host.addEventListener("click", (event) => {
      const link = event.target.closest("[data-turn]");
      if (!link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.turn(Number(link.dataset.turn));
    });
  }

  turn(step) {
    const next = this.now + step;
    if (!this.cards[next]) return;
    this.cards[this.now].hidden = true;
    this.cards[next].hidden = false;
    this.now = next;
    this.furthest = Math.max(this.furthest, next);
    for (const source of this.sources) source.hidden = Number(source.dataset.source) !== next + 1;
    this.look();
    this.turned(next, this.cards[next].querySelector("h1").textContent);
  }

  /** Looked at is asked about, or somebody stands or waits there. */
  look() {
    const looked = new Set(this.cards.slice(0, this.furthest + 1).flatMap((card) => card.dataset.looks.split(" ")));
    for (const one of this.host.querySelectorAll(".person[data-domain], .crowd[data-domain]")) looked.add(one.dataset.domain);
    let left = 0;
    for (const word of this.coverage.querySelectorAll("[data-looks]")) {
      // What was hidden stays so: somebody may have been looked for in an earlier session.
      word.hidden ||= looked.has(word.dataset.looks);
      left += Number(!word.hidden);
    }
    this.coverage.querySelector("[data-part=left]").hidden = !left;
    this.coverage.querySelector("[data-part=all]").hidden = left > 0;
  }
}
