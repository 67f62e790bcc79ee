// What a session adds to the circle: one question at a time, a draft in which no key is lost, and the clock of the worker.
// It stands on the page before near.js, which fetches board.js; that says kring-board when it has its parts together.

import { Cards } from "./session-cards.js";
import { clock } from "./session-clock.js";
import { Draft } from "./session-draft.js";

class Session {
  constructor(host, { config, safety, line, screen, post, page }) {
    this.line = line;
    this.cards = new Cards(host, (card, text) => {
      this.note({ card });
      screen.say(text);
      if (matchMedia("(pointer: fine)").matches) line.focus();
    });
    const told = { tell: (count, failed) => safety.set("draft", count, failed), ended: (words) => line.say(words) };
    this.draft = new Draft(config.urls.draft, { ...config, page }, { post, ...told });
    clock(host, config, { tick: (seconds) => { this.draft.seconds = seconds; }, beat: () => this.note({}) });
    if (config.takes.length) this.note({ typed: line.field.value });
    askBefore(document.querySelector("[data-part=finish]"), line);
  }

  turn(step) { this.cards.turn(step); return true; }
  look() { this.cards.look(); }
  note(change) { this.draft.note(change); }

  /** After a hand did something beside the line: the next key is for the line again. */
  back() { this.line.focus(); }
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

document.addEventListener("kring-board", ({ target, detail }) => { detail.session = new Session(target, detail); });
