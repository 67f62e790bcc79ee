// <kring-contacts>: people out of the contacts of a phone, chosen by the child before anyone else looks.
// Fetched only when a hand goes there.  The file is read here and never leaves the device; the event `kring-names` (detail.names) carries the
// ticked call names alone, and all the rest is dropped when the dialog closes.
//
// The server writes every word and all markup.  Inside, by data-part: `file` (an input without a name), `dialog` (a
// template with a <dialog> holding search, list, more, count, confirm, close) and `row` (a template of one list item
// holding tick, name, whole); and what to say by data-refused: "too-large", "no-names".

import { BEFORE } from "./before-a-name.js";
import { ContactsDialog, part } from "./contacts-dialog.js";
import { Contacts } from "./contacts.js";
import { LARGEST, readCards, refusal } from "./vcard.js";

export class KringContacts extends HTMLElement {
  #dialog = null;
  #turn = 0;
  #forget = () => this.forget();

  connectedCallback() {
    part("file", this).removeAttribute("name"); // so that no form around it can send the file
    this.addEventListener("change", this);
    addEventListener("pagehide", this.#forget);
    this.handleEvent({ target: part("file", this) }); // chosen before this module was there: it is fetched by that
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
    removeEventListener("pagehide", this.#forget);
    this.forget();
  }

  handleEvent({ target }) {
    if (target.dataset.part === "file" && target.files.length) this.#read(target.files[0]);
  }

  forget() {
    this.#turn += 1; // a file that is still being read is forgotten too
    this.#dialog?.forget();
    this.#dialog = null;
    part("file", this).value = "";
  }

  async #read(file) {
    this.forget();
    const turn = this.#turn;
    const bytes = file.size > LARGEST ? null : await file.arrayBuffer().catch(() => null);
    if (turn !== this.#turn) return;
    const cards = readCards(bytes, BEFORE);
    const why = refusal(file.size, cards);
    for (const said of this.querySelectorAll("[data-refused]")) said.hidden = said.dataset.refused !== why;
    if (!why) this.#open(cards);
  }

  #open(cards) {
    const chosen = (names) => {
      this.forget();
      this.dispatchEvent(new CustomEvent("kring-names", { bubbles: true, detail: { names } }));
    };
    this.#dialog = new ContactsDialog(this, new Contacts(cards), { chosen, closed: this.#forget });
  }
}

customElements.define("kring-contacts", KringContacts);
