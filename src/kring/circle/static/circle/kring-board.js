// <kring-board data-config="{...}">: the circle page outside a session.  The same line, tray, hand and circle as in a
// session, without its cards and its clock.

import { Acts } from "./session-acts.js";
import { Aim } from "./session-aim.js";
import { Clash } from "./session-clash.js";
import { Hand } from "./session-hand.js";
import { Line, roughNames } from "./session-line.js";
import { Poll } from "./session-poll.js";
import { Queue } from "./session-queue.js";
import { Screen } from "./session-screen.js";
import { post, Safety } from "./session-send.js";
import { Tray } from "./session-tray.js";

const NOTHING = { note() {}, look() {} }; // no draft is kept and no cards are turned here

class KringBoard extends HTMLElement {
  async connectedCallback() {
    await customElements.whenDefined("kring-circle");
    const config = JSON.parse(this.dataset.config);
    const part = (name) => this.querySelector(`[data-part=${name}]`);
    const circle = this.querySelector("kring-circle");
    const safety = new Safety();
    const queue = new Queue(post, (count, failed) => safety.set("acts", count, failed));
    const screen = new Screen(this, circle, config);
    const acts = new Acts(queue, config, screen);
    const aim = new Aim(circle, part("aiming"), config, (chip, cell) => hand.place(chip.key, cell));
    const tray = new Tray(this, { take: (chip) => aim.take(chip), settle() {} });
    const line = new Line(part("line"), {
      send: (text) => hand.send(text, roughNames(text)),
      steer: (key) => hand.steer(key),
      turn: () => false,
      undo: () => acts.undo(),
      settle: () => false,
      typed() {},
      waits: true, // this page is for looking first; in a session the line keeps the focus
    });
    const hand = new Hand({ acts, aim, tray, line });
    const clash = new Clash(this, config, (key, cell) => acts.place(key, cell));
    const poll = new Poll(config.urls.changes, config.layer, {
      since: () => config.version,
      busy: () => queue.count > 0,
      show: (state) => screen.apply(state),
    });
    aim.marked = (key) => tray.mark(key);
    screen.meet({ acts, aim, tray, cards: NOTHING, draft: NOTHING, clashes: clash, poll, hand });
    addEventListener("online", () => queue.go());
    part("undo").addEventListener("click", (event) => { event.preventDefault(); acts.undo(); });
    this.addEventListener("kring-place", ({ detail }) => hand.place(detail.key, detail));
    this.addEventListener("kring-pick", ({ detail }) => this.#picked(detail.key, aim, part("open")));
    this.addEventListener("kring-open", ({ detail }) => screen.open(detail.key));
    part("open").addEventListener("click", () => screen.open(this.#key));
  }

  #key = null;

  /** Someone of the circle is in hand: say who, and offer to read more. */
  #picked(key, aim, open) {
    if (aim.chip) aim.drop();
    this.#key = key;
    const person = key && this.querySelector(`.person[data-key="${CSS.escape(key)}"]`);
    const name = person?.getAttribute("aria-label").split(",")[0] ?? "";
    aim.part("who").textContent = name;
    aim.part("where").textContent = key ? aim.panel.dataset.where : aim.part("where").dataset.rest;
    aim.panel.classList.toggle("busy", Boolean(key));
    open.hidden = !key;
  }
}

customElements.define("kring-board", KringBoard);
