// <kring-session data-config="{...}">: worker and child at one screen.  Brings the line, the tray, the circle and the
// server together; each of them knows nothing of the others.

import { Acts } from "./session-acts.js";
import { Aim } from "./session-aim.js";
import { Cards } from "./session-cards.js";
import { Clash } from "./session-clash.js";
import { clock } from "./session-clock.js";
import { Draft } from "./session-draft.js";
import { Hand } from "./session-hand.js";
import { Line, roughNames } from "./session-line.js";
import { Poll } from "./session-poll.js";
import { newAct, Queue } from "./session-queue.js";
import { Screen } from "./session-screen.js";
import { post, Safety } from "./session-send.js";
import { Tray } from "./session-tray.js";

class KringSession extends HTMLElement {
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
    const tray = new Tray(this, { take: (chip) => { aim.take(chip); line.focus(); }, settle: () => acts.settle() });
    const turned = (card, text) => { draft.note({ card }); screen.say(text); if (matchMedia("(pointer: fine)").matches) line.focus(); };
    const cards = new Cards(this, turned);
    const telling = { tell: (count, failed) => safety.set("draft", count, failed), ended: (words) => line.say(words) };
    const draft = new Draft(config.urls.draft, { ...config, page: newAct().slice(-12) }, telling);
    const line = new Line(part("line"), {
      send: (text) => hand.send(text, roughNames(text)),
      steer: (key) => hand.steer(key),
      turn: (step) => cards.turn(step),
      undo: () => acts.undo(),
      settle: () => acts.settle(),
      typed: (typed) => draft.note({ typed }),
    });
    askBefore(document.querySelector("[data-part=finish]"), line);
    const hand = new Hand({ acts, aim, tray, line });
    const clash = new Clash(this, config, (key, cell) => acts.place(key, cell));
    const poll = new Poll(config.urls.changes, config.layer, {
      since: () => config.version,
      busy: () => queue.count > 0,
      show: (state) => screen.apply(state),
    });
    clock(this, config, { tick: (seconds) => { draft.seconds = seconds; }, beat: () => draft.note({}) });
    aim.marked = (key) => tray.mark(key);
    screen.meet({ acts, aim, tray, cards, draft, clashes: clash, poll, hand });
    if (config.takes.length) draft.note({ typed: line.field.value });
    addEventListener("online", () => queue.go());
    part("undo").addEventListener("click", () => { acts.undo(); line.focus(); });
    this.addEventListener("kring-names", ({ detail }) => hand.send(detail.names.join("\n"), detail.names));
    this.addEventListener("kring-place", ({ detail }) => hand.place(detail.key, detail));
    this.addEventListener("kring-pick", ({ detail }) => detail.key && aim.chip && aim.drop());
    this.addEventListener("kring-open", ({ detail }) => screen.open(detail.key));
  }
}

/** Before the end: something still stands in the line.  Said once; who goes on after that means it. */
function askBefore(end, line) {
  let said = false;
  end.addEventListener("submit", (event) => {
    if (line.empty || said) return;
    said = true;
    event.preventDefault();
    line.say(line.form.dataset.left);
    line.focus();
  });
}

customElements.define("kring-session", KringSession);
