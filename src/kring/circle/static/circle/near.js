// A circle is first something to look at: what moves it (data-needs of <kring-board>) comes when a hand comes near, by
// finger, mouse or key, and else when the page has stood open for a moment.  What a hand does meanwhile is held, and done
// as soon as that is there; without a connection it is asked for again.

import { Held } from "./near-held.js";

const MOMENT = 3_000;
const COMES = ["pointerover", "pointerdown", "focusin", "keydown", "input"];

class Near {
  #left = new AbortController();

  constructor(host) {
    this.host = host;
    const line = host.querySelector("[data-part=line]");
    const field = line.elements.names;
    if ("first" in field.dataset && matchMedia("(pointer: fine)").matches) field.focus({ preventScroll: true });
    const on = (name, act, target = host) => target.addEventListener(name, act, { capture: true, signal: this.#left.signal });
    for (const name of COMES) on(name, () => this.fetch());
    on("online", () => this.fetch(), window);
    this.held = new Held(line, on);
    this.clock = setInterval(() => this.fetch(), MOMENT);
  }

  async fetch() {
    if (this.asked) return;
    this.asked = true;
    const { needs } = this.host.dataset;
    // Fetched, then run from the cache: what failed to be imported once is not asked for again by every browser.
    await fetch(needs).then(({ ok }) => ok && import(needs)).then((came) => came && this.#done()).catch(() => null);
    this.asked = !this.clock;
  }

  #done() {
    this.clock = clearInterval(this.clock);
    this.#left.abort();
    this.held.go();
  }
}

for (const host of document.querySelectorAll("kring-board")) new Near(host);
