// <kring-copy data-of="id">: copies the text of a field. The button is hidden until this runs; without it one selects by hand.
// What it says afterwards stands in the page: [data-said] for "copied", [data-failed] for "do it by hand".

class KringCopy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => this.copy());
  }

  async copy() {
    const field = document.getElementById(this.dataset.of);
    field.select();
    const done = await this.clipboard(field.value);
    for (const told of this.querySelectorAll("[data-said], [data-failed]")) told.hidden = told.hasAttribute("data-said") !== done;
  }

  async clipboard(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return document.execCommand?.("copy") ?? false; // an address without https has no clipboard of its own
    }
  }
}

customElements.define("kring-copy", KringCopy);
