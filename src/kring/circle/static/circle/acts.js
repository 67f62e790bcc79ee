// What hands do, as acts for the queue: naming, giving a place, taking a proposal over, undoing.

import { newAct } from "./queue.js";

const NOBODY = "00000000-0000-0000-0000-000000000000";

export class Acts {
  /** `config` comes from the server; `page` shows answers: {apply, arrived, refused, clash, stack}. */
  constructor(queue, config, page) {
    Object.assign(this, { queue, config, page });
    this.adding = []; // names on their way, each with what hands did to them meanwhile
    this.undone = [...config.acts];
  }

  /** Names from the line, exactly as they were typed; the server splits them. */
  add(text, names) {
    const act = newAct();
    const adding = { act, later: [] };
    this.adding.push(adding);
    const over = () => { this.adding = this.adding.filter((one) => one !== adding); };
    this.queue.push({
      url: this.config.urls.add,
      fields: { once: act, names: text, layer: this.config.layer },
      weighs: Math.max(1, names.length),
      done: (answer) => { over(); this.#did(answer); this.page.arrived(adding, answer); },
      refused: (answer) => { over(); this.page.refused(adding, text, answer); },
    });
    return adding;
  }

  place(key, { ring, domain }) {
    this.queue.push({
      url: this.config.urls.place.replace(NOBODY, key),
      fields: { ring, domain, layer: this.config.layer },
      last: () => ({ version: this.config.versions[key] ?? NOBODY }), // as it is after the acts before this one
      done: (answer) => this.#did(answer),
      clash: () => this.page.clash(key, { ring, domain }),
      refused: () => this.page.again(),
    });
  }

  /** Everyone goes where it was proposed; only a session asks for that. */
  settle() {
    if (!this.config.urls.settle) return;
    this.queue.push({ url: this.config.urls.settle, fields: {}, done: (answer) => this.#did(answer), refused: () => this.page.again() });
  }

  undo() {
    const what = this.undone.pop();
    if (!what) return false;
    this.page.stack(this.undone);
    this.queue.push({
      url: this.config.urls.undo,
      fields: { what, layer: this.config.layer },
      done: (answer) => this.#did({ ...answer, undo: null }),
      refused: (answer) => this.page.again(answer?.conflict),
    });
    return true;
  }

  #did(answer) {
    if (answer.again) return this.page.again(); // it had been done already: only the answer was lost
    if (answer.undo) this.undone.push(answer.undo);
    this.page.stack(this.undone);
    return this.page.apply(answer);
  }
}
