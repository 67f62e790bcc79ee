// Who was named at the three questions of a crisis, also on the other device: one list under each question.

import { Poll } from "./poll.js";

export class Named {
  constructor(host, config, queue) {
    Object.assign(this, { host, config });
    this.poll = new Poll(config.urls.changes, config.layer, {
      since: () => config.version,
      busy: () => queue.count > 0,
      show: (state) => this.apply(state),
    });
  }

  list(question) { return this.host.querySelector(`[data-card="${question}"] [data-part=named]`); }

  /** Shows at once, before the server knows who it is. */
  show(question, name) {
    const chip = this.host.querySelector("template[data-part=chip]").content.firstElementChild.cloneNode(true);
    chip.querySelector("[data-part=name]").textContent = name;
    this.list(question).append(chip);
    return chip;
  }

  /** The server took them: these chips are these people, of this act. */
  took(shown, answer) {
    const known = answer.added?.length === shown.length;
    shown.forEach((chip, place) => Object.assign(chip.dataset, { act: answer.undo, key: known ? answer.added[place] : "" }));
    if (known && answer.version) this.config.version = answer.version;
    else this.config.version = ""; // we do not know it all: the next look tells
  }

  /** What stands there now.  A chip that stays keeps its act, so that it can be undone here. */
  apply(state) {
    if (!state.named) return;
    this.config.version = state.version;
    for (const [question, people] of Object.entries(state.named)) {
      const here = new Map([...this.list(question).children].map((chip) => [chip.dataset.key, chip]));
      const chips = people.map(([key, name]) => {
        const chip = here.get(key) ?? this.show(question, name);
        chip.querySelector(".chip").textContent = name;
        chip.dataset.key = key;
        return chip;
      });
      this.list(question).replaceChildren(...chips);
    }
  }
}
