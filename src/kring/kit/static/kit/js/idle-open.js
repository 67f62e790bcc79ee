// The cover of a locked page: a dialog that nothing closes but the right code, and that sends what was typed by itself.

export class Opening {
  constructor(host, opened) {
    this.host = host;
    this.opened = opened;
  }

  part(name) {
    return this.dialog.querySelector(`[data-part=${name}]`);
  }

  async show() {
    this.dialog = this.host.querySelector("template").content.firstElementChild.cloneNode(true);
    this.dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.dialog.addEventListener("close", () => this.dialog?.showModal());
    this.dialog.addEventListener("submit", (event) => this.sent(event));
    this.host.append(this.dialog);
    this.dialog.showModal();
    const asked = await fetch(this.host.dataset.ask, { headers: { Accept: "application/json" } }).catch(() => null);
    const has = asked?.ok && (await asked.json()).request_options;
    if (has && this.dialog) this.part("passkey").hidden = false;
  }

  hide() {
    const { dialog } = this;
    this.dialog = null;
    dialog.remove();
  }

  sent(event) {
    if (event.defaultPrevented || event.target === this.part("out")) return;
    event.preventDefault();
    this.send(event.target);
  }

  async send(form) {
    const answer = await this.post(form.action, new FormData(form)).then((got) => got.json()).catch(() => ({}));
    if (answer.open) this.opened();
    else if (answer.ended) location.replace(answer.ended);
    else this.say(answer);
  }

  say({ wrong, second }) {
    const line = this.part("wrong");
    line.textContent = wrong ?? line.dataset.failed;
    line.hidden = false;
    if (second) this.part("second").hidden = false;
    this.part("code").elements[second ? "second" : "code"].focus();
  }

  /** A short word to the server; gives the status, 0 without a connection. */
  tell(url) {
    const csrfmiddlewaretoken = this.host.querySelector("[name=csrfmiddlewaretoken]").value;
    return this.post(url, { csrfmiddlewaretoken }).then((got) => got.status).catch(() => 0);
  }

  post(url, fields) {
    const headers = { Accept: "application/json" };
    return fetch(url, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual", keepalive: true });
  }
}
