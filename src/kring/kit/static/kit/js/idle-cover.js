// The cover of a page that nobody touches: it stands in the page and falls at once, with or without a connection. What
// opens it again (idle-open.js and kit/parts/cover.html) is fetched after the page, long before it is needed.

const AFTER = 5_000;
const MOMENT = 10_000; // on a slow line words take a while, and the page is blank already

export class Cover {
  constructor(host, opened) {
    this.host = host;
    this.opened = opened;
    this.dialog = host.querySelector("dialog");
    if (!this.dialog) return; // at home a page is left, not covered
    this.dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.dialog.addEventListener("close", () => this.down && this.dialog.showModal());
    setInterval(() => this.prepare(), AFTER);
  }

  fall() {
    this.down = true;
    this.dialog.showModal();
    this.opening ? this.opening.show() : this.prepare();
  }

  lift() {
    this.down = false;
    this.opening?.hide();
    this.dialog.close();
  }

  /** Fetch what opens it; asked again until it is there. */
  async prepare() {
    if (this.opening || this.asking) return;
    this.asking = true;
    this.opening = await this.load().catch(() => null);
    this.asking = false;
    this.dialog.querySelector("[role=alert]").hidden = !this.down || this.opening !== null;
    if (this.down) this.opening?.show();
  }

  async load() {
    const came = await fetch(this.host.dataset.cover);
    const inside = new DOMParser().parseFromString(await came.text(), "text/html").querySelector("[data-needs]");
    const [{ Opening }] = await Promise.all(inside.dataset.needs.split(" ").map((file) => import(file)));
    return new Opening(this, inside);
  }

  get token() {
    return this.host.querySelector("[name=csrfmiddlewaretoken]");
  }

  /** A short word to the server; gives the status, 0 without a connection. */
  tell(url) {
    return this.post(url, { csrfmiddlewaretoken: this.token.value }).then((got) => got.status).catch(() => 0);
  }

  /** Blank first; then the server hears it, with what was typed and not sent.  Gives where to go, also without an answer. */
  async leave({ close, ended }, kept) {
    document.documentElement.setAttribute("data-gone", "");
    document.title = "";
    const fields = { csrfmiddlewaretoken: this.token.value, ...kept };
    const said = this.post(close, fields, AbortSignal.timeout(MOMENT)).then((got) => got.json());
    return (await said.catch(() => ({}))).ended ?? ended;
  }

  post(url, fields, signal) {
    const headers = { Accept: "application/json" };
    return fetch(url, { method: "POST", body: new URLSearchParams(fields), headers, signal, redirect: "manual", keepalive: true });
  }
}
