// THE LINE: it keeps the focus, Enter sends what stands in it, and while it is empty the keys steer the newest chip.

const STEERS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Escape"]);

/** Names as they will show for a moment, until the server has read them properly. */
export function roughNames(text) {
  return text.split(/[,;\n\t]/).map((name) => name.trim()).filter(Boolean);
}

export class Line {
  /** `send(text)`, `steer(key)` gives true when it did something, `turn(step)`, `undo()`, `settle()`, `typed(text)`. */
  constructor(form, told) {
    Object.assign(this, { form, told, field: form.elements.names });
    this.error = form.querySelector("[data-part=error]");
    form.addEventListener("submit", (event) => { event.preventDefault(); this.enter(); });
    this.field.addEventListener("keydown", (event) => this.press(event) && event.preventDefault());
    this.field.addEventListener("input", () => { this.say(""); told.typed(this.field.value); });
  }

  get empty() { return !this.field.value.trim(); }

  press(event) {
    const { key } = event;
    if (event.isComposing) return false;
    const command = event.ctrlKey || event.metaKey;
    if (key === "PageDown" || key === "PageUp") return this.told.turn(key === "PageDown" ? 1 : -1) || true;
    if (key === "Escape") return this.told.steer(key);
    if (key === "Enter" && !event.shiftKey && !this.empty) return this.enter() || true;
    if (!this.empty) return false;
    if (key === "Enter" && command) return this.told.settle() || true;
    if (key === "z" && command) return this.told.undo() || true;
    return STEERS.has(key) && !command && !event.shiftKey && (this.told.steer(key) || key === "Enter");
  }

  enter() {
    if (this.empty) return this.told.steer("Enter");
    const text = this.field.value;
    this.field.value = "";
    this.say("");
    this.told.typed("");
    this.told.send(text);
    return true;
  }

  /** What could not be taken stands here again, before what was typed since. */
  giveBack(text, words) {
    this.field.value = this.empty ? text : `${text}\n${this.field.value}`;
    this.told.typed(this.field.value);
    this.say(words);
  }

  say(words) {
    this.error.textContent = words;
    this.error.hidden = !words;
    this.field.setAttribute("aria-invalid", String(Boolean(words)));
  }

  /** On a tablet the keyboard goes down while a place is tapped, and comes back for the next name. */
  rest() {
    const covered = visualViewport && visualViewport.height < innerHeight * 0.8;
    if (covered) this.field.blur();
  }

  /** Somebody else waits for a tap: the keyboard of a tablet stays down. */
  backUp() { if (matchMedia("(pointer: fine)").matches) this.focus(); }

  focus() {
    this.field.focus({ preventScroll: true });
    if (this.field.getBoundingClientRect().top < 0) this.form.scrollIntoView({ block: "center" });
  }
}
