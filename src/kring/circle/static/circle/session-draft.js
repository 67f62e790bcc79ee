// Every keystroke is safe: what stands in the line goes to the server 400 ms after the last key, with the card and the
// time.  Only what changed on this page is told, so that two devices never write over each other.

const REST = 400;
const AGAIN = 3000;

export class Draft {
  #told = {};
  #timer = 0;
  #busy = false;

  /** `page` names this page; `takes` are the lines of earlier pages that stand in ours now; `post` talks to the server. */
  constructor(url, { page, takes, seconds }, { post, tell, ended }) {
    Object.assign(this, { url, page, takes, seconds, post, tell, ended });
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
  }

  /** Something changed here: {typed}, {card} or {acts}. */
  note(change, rest = REST) {
    this.#told = { ...this.#told, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), rest);
  }

  fields() {
    return { page: this.page, takes: this.takes.join(" "), seconds: this.seconds, ...this.#told };
  }

  async send() {
    if (this.#busy) return this.note({});
    const fields = this.fields();
    const told = this.#told;
    this.#told = {};
    this.#busy = true;
    const got = await this.post(this.url, fields).catch(() => null);
    this.#busy = false;
    if (got?.status === 409) return this.ended(got.answer.conflict);
    if (got && got.status < 500 && got.status !== 0) return this.tell(0);
    this.#told = { ...told, ...this.#told };
    this.tell("typed" in this.#told && this.#told.typed ? 1 : 0, true);
    return this.note({}, AGAIN);
  }

  /** The page goes away: what is not sent yet goes along. */
  flush() {
    if (!Object.keys(this.#told).length) return;
    clearTimeout(this.#timer);
    this.post(this.url, this.fields(), { keepalive: true }).catch(() => null);
  }
}
