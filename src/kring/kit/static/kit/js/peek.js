// Look at what you typed: long passwords are sentences, and sentences have typing mistakes.

class KringPeek extends HTMLElement {
  connectedCallback() {
    const [field, button] = [this.querySelector("input"), this.querySelector("button")];
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    });
    field.form?.addEventListener("submit", () => (field.type = "password"));
  }
}

customElements.define("kring-peek", KringPeek);
