// What the screen shows: every answer of the server lands here, and nothing that is being typed or dragged
// is ever taken away by one.

const NOBODY = "00000000-0000-0000-0000-000000000000";

export class Screen {
  #held = null;

  constructor(host, circle, config) {
    Object.assign(this, { host, circle, config });
    this.said = host.querySelector("[data-part=said]");
    this.undo = host.querySelector("[data-part=undo]");
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => setTimeout(() => this.#release()));
  }

  meet(parts) {
    Object.assign(this, parts);
    this.undo.disabled = !this.acts.undone.length;
    this.session.look();
  }

  say(words) { this.said.textContent = words; }

  arrived(adding, answer) { this.hand.arrived(adding, answer); }

  refused(adding, text, answer) {
    const words = Object.values(answer?.errors ?? {}).flat().map((one) => one.message ?? one).join(" ");
    this.hand.refused(adding, text, words || this.host.dataset.refused);
  }

  /** Somebody was faster on another device: fetch what stands there, and let the hand choose. */
  async clash(key, cell) {
    await this.poll.now();
    this.clashes.open(key, cell);
  }

  /** Something was not as we thought: look at what stands there. */
  async again(words = "") {
    await this.poll.now();
    this.say(words);
  }

  stack(acts) {
    this.undo.disabled = !acts.length;
    this.session.note({ acts: acts.slice(-40).join(" ") });
  }

  apply(state) {
    this.config.versions = state.versions;
    const { drag } = this.circle;
    if (drag?.moving && !drag.over) {
      this.#held = state;
      return;
    }
    if (state.circle) {
      this.config.version = state.version;
      this.circle.replace(state.circle);
    }
    this.tray.swap(state.tray);
    this.session.look();
    if (this.aim.chip && !this.tray.find(this.aim.chip.key)) this.aim.drop();
    else this.aim.show();
    if (state.said) this.say(state.said);
  }

  #release() {
    const state = this.#held;
    this.#held = null;
    if (state) this.apply(state);
  }

  open(key) { location.assign(this.config.urls.person.replace(NOBODY, key)); }
}
