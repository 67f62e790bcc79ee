// What a hand does while the scripts of a circle are on their way: held, and done again when they are there.

const DOES = "kring-circle, [data-turn], [data-part=tray], [data-part=undo]";
const STEPS = new Set(["PageDown", "PageUp", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", " "]);

export class Held {
  #events = [];

  /** `line` is the form with the names; `on(name, act, target)` listens for as long as they are on their way. */
  constructor(line, on) {
    this.line = line;
    this.field = line.elements.names;
    on("click", (event) => event.target.closest(DOES) && this.hold(event));
    on("submit", (event) => event.target === line && this.#enter(event));
    on("keydown", (event) => this.#key(event));
    on("pointerdown", (event) => { this.down = event; });
    for (const name of ["pointerup", "pointercancel"]) on(name, () => { this.down = null; }, window);
  }

  hold(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#events.push([event.target, new event.constructor(event.type, event)]);
  }

  go() {
    const { field, down } = this;
    if (this.entered) this.#send(field.value.lastIndexOf("\n"));
    if (field.value !== field.defaultValue) field.dispatchEvent(new Event("input", { bubbles: true }));
    for (const [target, event] of this.#events) if (target.isConnected) target.dispatchEvent(event);
    if (down) down.target.dispatchEvent(new PointerEvent("pointerdown", down)); // it may become a drag
  }

  #key(event) {
    if (event.isComposing || !STEPS.has(event.key)) return;
    if (event.target === this.field) this.#keyOfLine(event);
    else if (event.target.closest(".person, .crowd")) this.hold(event);
  }

  /** Enter after a name is a new line for now: what is typed after it is the next name. */
  #keyOfLine(event) {
    if (event.key === "Enter" && !event.shiftKey) this.field.value.trim() ? this.entered = true : event.preventDefault();
    else if (event.key.startsWith("Page")) this.hold(event);
  }

  #enter(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.entered = true;
    if (this.field.value.trim()) this.field.value += "\n";
  }

  /** What stood in the line when Enter was pressed; what was typed since stays. */
  #send(end) {
    const { field } = this;
    const rest = field.value.slice(end + 1);
    field.value = field.value.slice(0, Math.max(0, end));
    this.line.requestSubmit();
    field.value = rest;
  }
}
