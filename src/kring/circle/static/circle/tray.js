// The tray: chips of who was named and has no place yet.  The server writes them; names that are still on their way show
// as copies of a template.

const policy = globalThis.trustedTypes?.createPolicy("kring-tray", { createHTML: (text) => text });

export class Tray {
  /** `host` is the page; `take(chip)` and `settle()` are told. */
  constructor(host, { take, settle }) {
    this.box = host.querySelector("[data-part=tray]");
    this.ghosts = host.querySelector("[data-part=ghosts]");
    this.template = host.querySelector("template[data-part=ghost]");
    for (const box of [this.box, this.ghosts]) {
      box.addEventListener("click", (event) => {
        const chip = event.target.closest("[data-key]");
        if (chip) take(read(chip));
        else if (event.target.closest("[data-part=settle]")) settle();
      });
    }
  }

  get chips() { return [...this.box.querySelectorAll("[data-key]"), ...this.ghosts.querySelectorAll("[data-key]")]; }

  get keys() { return this.chips.map((chip) => chip.dataset.key); }

  /** Who waits under this key. */
  find(key) {
    const chip = this.chips.find((one) => one.dataset.key === key);
    return chip ? read(chip) : null;
  }

  /** Names that are on their way; their keys are made up until the server has answered. */
  ghost(act, names) {
    for (const [at, name] of names.slice(0, 60).entries()) {
      const copy = this.template.content.cloneNode(true);
      copy.querySelector("[data-part=name]").textContent = name;
      Object.assign(copy.querySelector("button").dataset, { key: `${act}/${at}`, act });
      this.ghosts.append(copy);
    }
    this.ghosts.hidden = !this.ghosts.children.length;
  }

  gone(act) {
    for (const chip of this.ghosts.querySelectorAll(`[data-act="${act}"]`)) chip.closest("li").remove();
    this.ghosts.hidden = !this.ghosts.children.length;
  }

  swap(html) {
    const focused = this.box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.box.innerHTML = policy ? policy.createHTML(html) : html;
    if (focused) this.chips.find((one) => one.dataset.key === focused)?.focus({ preventScroll: true });
  }

  /** Someone who was put somewhere leaves at once; when the server says otherwise, the next drawing brings them back. */
  leave(key) {
    this.chips.find((one) => one.dataset.key === key)?.closest("li").remove();
  }

  mark(key) {
    for (const chip of this.chips) {
      chip.setAttribute("aria-pressed", String(chip.dataset.key === key));
      // Into sight inside the tray; the page itself stays where it is.
      const list = chip.closest("ul");
      if (chip.dataset.key === key) list.scrollTop = chip.offsetTop - list.offsetTop - 8;
    }
  }
}

function read(chip) {
  const { key, domain = "" } = chip.dataset;
  return { key, domain, name: chip.querySelector("span").textContent };
}
