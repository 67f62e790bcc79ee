// <kring-board data-config="{...}">: the circle with its line, its tray and its server, on its own page and in a session.
// Brings them together; each of them knows nothing of the others.  A session (session.js) hears kring-board and puts its
// cards, its draft and its clock in the place of `session`; the page of a circle never fetches those.  near.js fetches it.

import "./kring-circle.js";
import { Acts } from "./acts.js";
import { Aim } from "./aim.js";
import { Clash } from "./clash.js";
import { Hand } from "./hand.js";
import { Line, roughNames } from "./line.js";
import { Poll } from "./poll.js";
import { newAct, Queue } from "./queue.js";
import { Screen } from "./screen.js";
import { post, Safety } from "./send.js";
import { Tray } from "./tray.js";

/** The circle on its own page: no cards, no draft, and the focus stays where it is. */
class NoSession {
  turn() { return false; }
  look() {}
  note() {}
  back() {}
}

class Board extends HTMLElement {
  connectedCallback() {
    const config = JSON.parse(this.dataset.config);
    const part = (name) => this.querySelector(`[data-part=${name}]`);
    const circle = this.querySelector("kring-circle");
    const safety = new Safety();
    const queue = new Queue(post, (count, failed) => safety.set("acts", count, failed));
    const screen = new Screen(this, circle, config);
    const acts = new Acts(queue, config, screen);
    const aim = new Aim(circle, part("aiming"), config, (key, cell) => hand.place(key, cell));
    const tray = new Tray(this, { take: (chip) => { aim.take(chip); session.back(); }, settle: () => acts.settle() });
    const line = new Line(part("line"), {
      send: (text) => hand.send(text, roughNames(text)),
      steer: (key) => hand.steer(key),
      turn: (step) => session.turn(step),
      undo: () => acts.undo(),
      settle: () => acts.settle(),
      typed: (typed) => session.note({ typed }),
    });
    const hand = new Hand({ acts, aim, tray, line });
    const told = { config, safety, line, screen, post, page: newAct().slice(-12), session: new NoSession() };
    this.dispatchEvent(new CustomEvent("kring-board", { bubbles: true, detail: told }));
    const { session } = told;
    const clashes = new Clash(this, config, (key, cell) => acts.place(key, cell));
    const poll = new Poll(config.urls.changes, config.layer, {
      since: () => config.version,
      busy: () => queue.count > 0,
      show: (state) => screen.apply(state),
    });
    aim.marked = (key) => tray.mark(key);
    screen.meet({ acts, aim, tray, session, clashes, poll, hand });
    addEventListener("online", () => queue.go());
    part("undo").addEventListener("click", (event) => { event.preventDefault(); acts.undo(); session.back(); });
    for (const name of ["click", "change"]) part("file")?.addEventListener(name, () => import("./kring-contacts.js")); // by who needs it
    part("open").addEventListener("click", () => screen.open(circle.picked));
    const on = (name, act) => this.addEventListener(`kring-${name}`, ({ detail }) => act(detail));
    on("names", ({ names }) => hand.send(names.join("\n"), names));
    on("place", (detail) => hand.place(detail.key, detail));
    on("pick", () => aim.picked());
    on("undo", () => acts.undo());
    on("open", ({ key }) => screen.open(key));
  }
}

customElements.define("kring-board", Board);
