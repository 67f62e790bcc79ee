// <kring-passkey data-does="make|show">: asks the browser for a passkey, puts it in the form inside, and sends that.
// Hidden where there are no passkeys; where it is, it stands there at once, so that nothing jumps.  The question stands inside, or is asked for (data-ask).

import { isPossible, make, show } from "./webauthn.js";

class KringPasskey extends HTMLElement {
  #done = false;

  connectedCallback() {
    this.hidden = !isPossible();
    if (this.hidden) return;
    this.form = this.querySelector("form");
    this.failed = this.querySelector("[data-part=failed]");
    this.form.addEventListener("submit", this);
  }

  handleEvent(event) {
    if (!this.#done) this.ask(event);
    this.#done = false;
  }

  async ask(event) {
    event.preventDefault();
    this.failed.hidden = true;
    try {
      const does = this.dataset.does === "make" ? make : show;
      this.form.elements.credential.value = JSON.stringify(await does(await this.question()));
      this.#done = true;
      this.form.requestSubmit();
    } catch {
      this.failed.hidden = false; // stopped by hand, no passkey here, or no connection: the same words
    }
  }

  async question() {
    const { creation_options, request_options } = this.dataset.ask
      ? await (await fetch(this.dataset.ask, { headers: { Accept: "application/json" } })).json()
      : JSON.parse(this.querySelector("#question").textContent);
    return creation_options ?? request_options;
  }
}

customElements.define("kring-passkey", KringPasskey);
