// Weg van hier: blank first, then another site in place of this one, so that Back does not return here.
// Shift three times does the same. Without this script it is a plain link.

const WITHIN = 1500;

class KringExit extends HTMLElement {
  #presses = [];

  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("keydown", this);
    window.addEventListener("pageshow", this);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    window.removeEventListener("pageshow", this);
  }

  handleEvent(event) {
    if (event.type === "click") {
      event.preventDefault();
      this.leave();
    } else if (event.type === "pageshow") {
      // Came back through the browser's memory: what was blanked stays blank.
      if (event.persisted && document.documentElement.hasAttribute("data-gone")) this.leave();
    } else if (event.key !== "Shift") {
      this.#presses = [];
    } else if (!event.repeat) {
      this.#presses = [...this.#presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
      if (this.#presses.length >= 3) this.leave();
    }
  }

  leave() {
    document.documentElement.setAttribute("data-gone", "");
    document.title = "";
    this.dispatchEvent(new CustomEvent("kring:leaving", { bubbles: true }));
    location.replace(this.dataset.to);
  }
}

customElements.define("kring-exit", KringExit);
