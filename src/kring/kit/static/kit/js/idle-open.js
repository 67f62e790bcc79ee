// What opens a covered page again: comes after the page itself (kit/parts/cover.html), and sends what was typed by itself.

export class Opening {
  constructor(cover, inside) {
    this.cover = cover;
    this.inside = inside;
  }

  part(name) {
    return this.shown.querySelector(`[data-part=${name}]`);
  }

  /** The ways to open it, in the cover that stands there already. */
  async show() {
    this.shown = this.inside.cloneNode(true);
    for (const form of this.shown.querySelectorAll("form")) form.append(this.cover.token.cloneNode());
    this.shown.addEventListener("submit", (event) => this.sent(event));
    this.cover.dialog.firstElementChild.append(this.shown);
    this.part("code").elements.code.focus();
    const asked = await fetch(this.inside.dataset.ask, { headers: { Accept: "application/json" } }).catch(() => null);
    const has = asked?.ok && (await asked.json()).request_options;
    if (has && this.shown) this.part("passkey").hidden = false;
  }

  hide() {
    this.shown.remove();
    this.shown = null;
  }

  sent(event) {
    if (event.defaultPrevented || event.target === this.part("out")) return;
    event.preventDefault();
    this.send(event.target);
  }

  async send(form) {
    const answer = await this.cover.post(form.action, new FormData(form)).then((got) => got.json()).catch(() => ({}));
    if (answer.open) this.cover.opened();
    else if (answer.ended) location.replace(answer.ended);
    else if (this.shown) this.say(answer);
  }

  say({ wrong, second }) {
    const line = this.part("wrong");
    line.textContent = wrong ?? line.dataset.failed;
    line.hidden = false;
    if (second) this.part("second").hidden = false;
    this.part("code").elements[second ? "second" : "code"].focus();
  }
}
