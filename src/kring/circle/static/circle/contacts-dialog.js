// The dialog in which the child ticks: a copy of the server's template, filled with names, gone when it closes.

/** Finds a part of a template or element; what the parts are called stands in kring-contacts.js. */
export function part(name, root) {
  return root.querySelector(`[data-part="${name}"]`);
}

export class ContactsDialog {
  constructor(host, contacts, { chosen, closed }) {
    this.contacts = contacts;
    this.row = part("row", host).content.firstElementChild;
    this.element = part("dialog", host).content.firstElementChild.cloneNode(true);
    this.on("search", "input", () => this.draw());
    this.on("list", "change", ({ target }) => this.tick(target));
    this.on("close", "click", () => this.element.close());
    this.on("confirm", "click", () => chosen(this.contacts.names()));
    this.element.addEventListener("close", closed); // Escape too
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); // sends no form around it
    });
    host.append(this.element);
    this.draw();
    this.element.showModal();
  }

  on(name, event, answer) {
    part(name, this.element).addEventListener(event, answer);
  }

  draw() {
    const { rows, more } = this.contacts.found(part("search", this.element).value);
    part("list", this.element).replaceChildren(...rows.map((row) => this.filled(row)));
    part("more", this.element).hidden = !more;
    this.count();
  }

  filled({ key, name, whole, ticked }) {
    const row = this.row.cloneNode(true);
    part("name", row).textContent = name;
    part("whole", row).textContent = whole;
    Object.assign(part("tick", row), { value: key, checked: ticked });
    return row;
  }

  tick(box) {
    this.contacts.tick(Number(box.value), box.checked);
    this.count();
  }

  count() {
    part("count", this.element).textContent = this.contacts.count;
    part("confirm", this.element).disabled = !this.contacts.count;
  }

  forget() {
    this.contacts.forget();
    this.element.remove();
  }
}
