// What was typed in a form and not sent yet.  It goes along when the page is left (idle.js), and the server keeps it closed
// for who typed it.  A form with a secret or a file in it never goes along.

const WORDS = new Set(["text", "textarea", "search", "tel"]);
const SECRET = "[type=password], [autocomplete=one-time-code], [inputmode=numeric]";
const MOST = 60_000; // characters: more does not fit in what a page may still send while it is left

export class Words {
  constructor() {
    addEventListener("input", ({ target }) => this.note(target), { passive: true, capture: true });
    addEventListener("submit", ({ target }) => this.sent(target), { passive: true, capture: true });
  }

  note(field) {
    const form = field.form;
    if (!form || form.getAttribute("method") !== "post" || !field.name || !WORDS.has(field.type)) return;
    if (form !== this.form) this.names = new Set();
    this.form = form;
    this.names.add(field.name);
  }

  sent(form) {
    if (form === this.form) this.form = null;
  }

  /** The fields of the last form with words in it, where it goes, and which of them are words. */
  toKeep() {
    const form = this.form;
    if (!form?.isConnected || form.querySelector(SECRET)) return {};
    const found = [...new FormData(form)];
    if (found.some(([, value]) => typeof value !== "string" && value.size)) return {};
    const fields = found.filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
    if (![...this.names].some((name) => fields.some(([one, value]) => one === name && value.trim()))) return {};
    const { pathname, search } = new URL(form.getAttribute("action") || location.href, location.href);
    const unsent = JSON.stringify({ path: pathname + search, fields, typed: [...this.names] });
    return unsent.length > MOST ? {} : { unsent };
  }
}
