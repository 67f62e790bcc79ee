// Acts on their way to the server: in order, one at a time, each with its own once-token, so that trying again does a
// thing one time.  They wait in memory while there is no connection; nothing here knows what an act means.

const PAUSES = [1000, 2000, 4000, 8000];

/** A name for an act: a UUIDv7, so that acts sort by time. */
export function newAct(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = now.toString(16).padStart(12, "0");
  for (let at = 0; at < 6; at += 1) bytes[at] = parseInt(time.slice(at * 2, at * 2 + 2), 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export class Queue {
  #waiting = [];
  #sending = false;
  #timer = 0;
  #failed = 0;

  /** `send(url, fields)` gives {status, answer} or throws; `tell(count, failed)` hears how many things wait. */
  constructor(send, tell) {
    Object.assign(this, { send, tell });
  }

  /** How many things are not safe yet: names count one by one. */
  get count() {
    return this.#waiting.reduce((sum, act) => sum + (act.weighs ?? 1), 0);
  }

  /** An act: {url, fields, last() for fields that are known when its turn has come, weighs, done(answer), refused(answer), clash(answer)}. */
  push(act) {
    act.fields.once ??= newAct();
    this.#waiting.push(act);
    this.tell(this.count, this.#failed > 0);
    this.go();
  }

  /** Try now: a new act, a connection that came back, or a pause that is over. */
  async go() {
    if (this.#sending || !this.#waiting.length) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    const [act] = this.#waiting;
    Object.assign(act.fields, act.last?.());
    delete act.last; // trying again sends the same
    // Only the answer to the last one is looked at: the others need no drawing.
    const waits = this.#waiting.length > 1;
    const got = await this.send(act.url, act.fields, { waits }).catch(() => null);
    this.#sending = false;
    if (!got || ![200, 204, 400, 404, 409].includes(got.status)) return this.#later();
    this.#waiting.shift();
    this.#failed = 0;
    this.#hand(act, got);
    this.tell(this.count, false);
    return this.go();
  }

  #hand(act, { status, answer }) {
    if (status < 300) act.done?.(answer);
    else if (status === 409) (act.clash ?? act.refused)?.(answer);
    else act.refused?.(answer);
  }

  #later() {
    const pause = PAUSES[Math.min(this.#failed, PAUSES.length - 1)];
    this.#failed += 1;
    this.tell(this.count, true);
    this.#timer = setTimeout(() => this.go(), pause);
  }
}
