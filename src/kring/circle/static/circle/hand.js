// What hands do to names that may still be on their way to the server: the key or the tap that follows a name waits until
// the name has arrived, and is then done to the right person.

export class Hand {
  #batch = []; // keys of who was named together and waits for a place in turn

  constructor({ acts, aim, tray, line }) {
    Object.assign(this, { acts, aim, tray, line });
  }

  /** Names leave the line: shown at once, and the first of them is in hand for the tap or the arrow that follows. */
  send(text, names) {
    const adding = this.acts.add(text, names);
    this.tray.ghost(adding.act, names);
    this.aim.drop();
    this.aim.take(this.tray.find(`${adding.act}/0`));
    this.line.rest();
  }

  /** A key of the empty line; it waits when the name it is meant for is still on its way. */
  steer(key) {
    const adding = this.acts.adding.find((one) => this.aim.chip?.key.startsWith(one.act));
    if (!adding) return this.aim.press(key);
    if (key === "Escape") return this.aim.drop();
    adding.later.push({ key });
    return true;
  }

  /** Someone was put in a cell: a chip of the tray, a name on its way, or someone who was in the circle already. */
  place(key, { ring, domain }) {
    const [act, at] = key.split("/");
    const adding = this.acts.adding.find((one) => one.act === act);
    const waited = Boolean(this.tray.find(key));
    this.tray.leave(key);
    if (adding) adding.later.push({ at: Number(at), cell: { ring, domain } });
    else this.acts.place(key, { ring, domain });
    if (!waited) return;
    this.aim.drop();
    this.next(adding ? this.tray.keys.filter((one) => one.startsWith(act)) : this.#batch);
  }

  /** The names arrived: what hands did meanwhile is done to them. */
  arrived({ act, later }, { added = [] }) {
    const inHand = this.aim.chip?.key.startsWith(act);
    const held = inHand ? null : this.aim.held; // the hands may be at the next name already
    this.tray.gone(act);
    const keys = later.filter((one) => one.key);
    const placed = new Map(later.filter((one) => one.cell).map(({ at, cell }) => [at, cell]));
    for (const [at, cell] of placed) if (added[at]) this.acts.place(added[at], cell);
    for (const at of placed.keys()) this.tray.leave(added[at]);
    this.#batch = added.filter((_, at) => !placed.has(at));
    if (inHand || keys.length) this.next(this.#batch);
    for (const { key } of keys) this.aim.press(key);
    if (held) this.aim.hold(held);
  }

  /** What could not be taken goes back into the line. */
  refused({ act }, text, words) {
    this.tray.gone(act);
    if (this.aim.chip?.key.startsWith(act)) this.aim.drop();
    this.line.giveBack(text, words);
  }

  next(keys) {
    this.#batch = keys.filter((key) => this.tray.find(key));
    if (!this.#batch.length) return this.line.focus();
    if (this.aim.chip?.key !== this.#batch[0]) this.aim.take(this.tray.find(this.#batch[0]));
    return this.line.backUp();
  }
}
