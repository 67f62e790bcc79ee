// Is everything safe? Other modules tell the window (kring:saving, kring:saved, kring:unsaved); the words were written
// by the page as data attributes, {n} is the number of things that wait.

class KringStatus extends HTMLElement {
  #waiting = 0;

  connectedCallback() {
    for (const name of ["kring:saving", "kring:saved", "kring:unsaved", "online", "offline"]) window.addEventListener(name, this);
    window.addEventListener("beforeunload", this);
    if (!navigator.onLine) this.show("offline");
  }

  disconnectedCallback() {
    for (const name of ["kring:saving", "kring:saved", "kring:unsaved", "online", "offline", "beforeunload"]) {
      window.removeEventListener(name, this);
    }
  }

  handleEvent(event) {
    if (event.type === "beforeunload") {
      if (this.#waiting) event.preventDefault();
      return;
    }
    if (event.type === "kring:unsaved") this.#waiting = event.detail?.count ?? 1;
    if (event.type === "kring:saved") this.#waiting = 0;
    this.show({ "kring:saving": "saving", "kring:saved": "saved", "kring:unsaved": "unsaved", offline: "offline" }[event.type] ?? this.rest());
  }

  rest() {
    return this.#waiting ? "unsaved" : "saved";
  }

  show(state) {
    const line = this.querySelector(".status");
    const words = this.dataset[state].replace("{n}", String(this.#waiting));
    if (line.dataset.is !== state || line.textContent !== words) {
      line.dataset.is = state;
      line.textContent = words;
    }
  }
}

customElements.define("kring-status", KringStatus);
