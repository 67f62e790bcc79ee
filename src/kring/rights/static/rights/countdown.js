// Two minutes that can be seen going by. Counted on this device from when the page came, so that its clock may be wrong.
// Spoken once a half minute at most: a timer that is read aloud each second says nothing else.

class KringCountdown extends HTMLElement {
  connectedCallback() {
    this.end = performance.now() + Number(this.dataset.seconds) * 1000;
    this.left = this.querySelector(".left");
    this.bar = this.querySelector(".bar");
    this.ticking = setInterval(() => this.tick(), 500);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  tick() {
    const left = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    this.bar.style.transform = `scaleX(${left / Number(this.dataset.seconds)})`;
    this.left.textContent = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : this.dataset.over;
    if (left) return;
    this.classList.add("over");
    clearInterval(this.ticking);
  }
}

customElements.define("kring-countdown", KringCountdown);
