// <kring-idle>: nobody touches this page any more.  At work it is covered, until a PIN, a passkey or a password opens it;
// all that was typed stays where it is.  At home it is left, blank first.  A session with a child (data-held) stays open.

import { Cover } from "./idle-cover.js";
import { Words } from "./idle-words.js";

const BEAT = 4 * 60_000;
const LOOK = 5_000;
const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel", "input"];

class KringIdle extends HTMLElement {
  connectedCallback() {
    this.after = Number(this.dataset.after) * 1000;
    this.touched = this.told = this.beaten = Date.now();
    this.over = new Cover(this, () => this.uncover());
    this.words = new Words();
    this.tabs = new BroadcastChannel("kring-idle");
    this.tabs.onmessage = ({ data }) => this[data]?.(true);
    for (const name of TOUCHES) addEventListener(name, () => this.touch(), { passive: true, capture: true });
    addEventListener("kring:locked", () => this.cover(true));
    for (const name of ["visibilitychange", "pageshow"]) addEventListener(name, () => this.look());
    setInterval(() => this.look(), LOOK);
  }

  /** Someone is here; other tabs of this browser hear it, and need not close.  Coming back too late is no touch. */
  touch(heard = false) {
    const now = Date.now();
    if (this.covered || this.isLate(now)) return this.look();
    this.touched = now;
    if (heard || now - this.told < LOOK) return;
    this.told = now;
    this.tabs.postMessage("touch");
  }

  isLate(now) {
    return now - this.touched >= this.after && !("held" in this.dataset);
  }

  look() {
    const now = Date.now();
    if (this.covered) return;
    if (this.isLate(now)) "home" in this.dataset ? this.leave() : this.cover();
    else if (this.touched > this.beaten && now - this.beaten >= BEAT) this.beat(now);
  }

  async beat(now) {
    this.beaten = now;
    const status = await this.over.tell(this.dataset.beat);
    if (status === 423) this.cover(true);
    if (status === 401) this.leave();
  }

  async leave() {
    this.left ??= this.over.leave(this.dataset, this.words.toKeep());
    location.replace(await this.left);
  }

  cover(heard = false) {
    if (this.covered || "home" in this.dataset) return;
    this.covered = document.title;
    document.title = "Kring";
    document.documentElement.setAttribute("data-locked", "");
    this.over.fall();
    if (heard) return;
    this.over.tell(this.dataset.close);
    this.tabs.postMessage("cover");
  }

  uncover(heard = false) {
    if (!this.covered) return;
    document.title = this.covered;
    document.documentElement.removeAttribute("data-locked");
    this.covered = null;
    this.touched = this.beaten = Date.now();
    this.over.lift();
    if (!heard) this.tabs.postMessage("uncover");
  }
}

customElements.define("kring-idle", KringIdle);
