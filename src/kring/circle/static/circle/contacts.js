// The contacts that were read from a phone, while the child looks at them: searched, ticked, and forgotten.

const MOST = 100; // rows at once; searching shows the others

/** Nothing is ticked beforehand, and nothing is kept after `forget`. */
export class Contacts {
  #cards;
  #ticked = new Set();

  constructor(cards) {
    const byName = new Intl.Collator("nl", { sensitivity: "base" });
    this.#cards = cards
      .map(({ name, whole }) => ({ name, whole: whole === name ? "" : whole, sought: folded(`${name} ${whole}`) }))
      .sort((one, other) => byName.compare(one.name, other.name) || byName.compare(one.whole, other.whole));
  }

  get count() {
    return this.#ticked.size;
  }

  /** Rows to show for what is sought, and whether there are more. */
  found(sought = "") {
    const words = folded(sought).split(" ").filter(Boolean);
    const rows = [];
    for (const [key, card] of this.#cards.entries()) {
      if (!words.every((word) => card.sought.includes(word))) continue;
      if (rows.length === MOST) return { rows, more: true };
      rows.push({ key, name: card.name, whole: card.whole, ticked: this.#ticked.has(key) });
    }
    return { rows, more: false };
  }

  tick(key, on) {
    if (on && this.#cards[key]) this.#ticked.add(key);
    else this.#ticked.delete(key);
  }

  /** Only the ticked call names, in the order of the list. */
  names() {
    return [...this.#ticked].sort((one, other) => one - other).map((key) => this.#cards[key].name);
  }

  forget() {
    this.#cards = [];
    this.#ticked.clear();
  }
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
