// What the other device does: a light question every second and a half, only while somebody looks at this page.

import { changes } from "./send.js";

const EVERY = 1500;
const SLOWEST = 12_000;

export class Poll {
  #failed = 0;

  /** `since()` is the version that is shown; `busy()` while our own acts are on their way; `show(state)`. */
  constructor(url, layer, { since, busy, show }) {
    Object.assign(this, { url, layer, since, busy, show });
    document.addEventListener("visibilitychange", () => !document.hidden && this.ask());
    this.#soon();
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), Math.min(SLOWEST, EVERY * 2 ** this.#failed));
  }

  async ask() {
    if (!document.hidden && !this.busy()) await this.#look();
    this.#soon();
  }

  async #look() {
    try {
      const since = this.since();
      const state = await changes(this.url, since, this.layer);
      this.#failed = 0;
      if (state && !this.busy() && since === this.since()) this.show(state); // else an answer to our own act was newer
    } catch {
      this.#failed += 1;
    }
  }

  /** Fetch what stands there now, whoever is busy. */
  async now() {
    const state = await changes(this.url, "", this.layer).catch(() => null);
    if (state) this.show(state);
    return state;
  }
}
