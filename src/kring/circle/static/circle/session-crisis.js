// <kring-crisis data-config="{...}">: three questions on one page.  Each has a line of its own; every name is saved at once
// and shows under its question, where a ring can wait.

import { Draft } from "./session-draft.js";
import { Line, roughNames } from "./line.js";
import { Named } from "./session-named.js";
import { newAct, Queue } from "./queue.js";
import { post, Safety } from "./send.js";

class KringCrisis extends HTMLElement {
  connectedCallback() {
    this.config = JSON.parse(this.dataset.config);
    this.acts = [...this.config.acts];
    this.safety = new Safety();
    this.queue = new Queue(post, (count, failed) => this.safety.set("acts", count, failed));
    this.named = new Named(this, this.config, this.queue);
    this.undoer = this.querySelector("[data-part=undo]");
    this.undoer.addEventListener("click", () => this.undo());
    this.undoer.disabled = !this.acts.length;
    addEventListener("online", () => this.queue.go());
    const page = newAct().slice(-12);
    for (const card of this.querySelectorAll("[data-card]")) this.ask(card, page);
    this.querySelector("textarea").focus({ preventScroll: true });
  }

  ask(card, page) {
    const question = card.dataset.card;
    const told = { post, tell: (count, failed) => this.safety.set(question, count, failed), ended: (words) => line.say(words) };
    const takes = this.config.takes.filter((one) => one.endsWith(`-${question}`));
    const draft = new Draft(this.config.urls.draft, { page: `${page}-${question}`, takes, seconds: this.config.seconds }, told);
    const line = new Line(card.querySelector("form"), {
      send: (text) => this.add(card, line, text),
      steer: () => false,
      turn: () => {},
      undo: () => this.undo(),
      settle: () => {},
      typed: (typed) => draft.note({ typed }),
    });
    if (takes.length) draft.note({ typed: line.field.value });
  }

  /** The names show at once; those that could not be taken go back into their line. */
  add(card, line, text) {
    const shown = roughNames(text).map((name) => this.named.show(card.dataset.card, name));
    this.queue.push({
      url: this.config.urls.crisis,
      fields: { card: card.dataset.card, names: text },
      weighs: Math.max(1, shown.length),
      done: (answer) => this.did(answer, shown),
      refused: (answer) => {
        for (const one of shown) one.remove();
        line.giveBack(text, Object.values(answer?.errors ?? {}).flat().map((one) => one.message ?? one).join(" "));
      },
    });
  }

  did(answer, shown = []) {
    if (answer.undo) this.acts.push(answer.undo);
    this.named.took(shown, answer);
    this.undoer.disabled = !this.acts.length;
    if (answer.said) this.querySelector("[data-part=said]").textContent = answer.said;
  }

  undo() {
    const what = this.acts.pop();
    if (!what) return;
    for (const chip of this.querySelectorAll(`[data-act="${what}"]`)) chip.remove();
    const fields = { what, layer: this.config.layer };
    this.queue.push({ url: this.config.urls.undo, fields, done: (answer) => this.did({ ...answer, undo: null }) });
  }
}

customElements.define("kring-crisis", KringCrisis);
