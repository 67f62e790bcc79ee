// Reads an element aloud with a Dutch voice of the device; stays hidden where there is none. Nothing leaves the device
// unless the device's own voice does so: voices that need the network are left out.

const speech = window.speechSynthesis;

function voice() {
  const dutch = speech.getVoices().filter((one) => /^nl\b/i.test(one.lang) && one.localService !== false);
  return dutch.find((one) => /^nl[-_]BE/i.test(one.lang)) ?? dutch[0];
}

class KringSpeak extends HTMLElement {
  connectedCallback() {
    if (!speech) return;
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => (this.speaking ? this.stop() : this.say()));
    speech.addEventListener?.("voiceschanged", () => this.show());
    window.addEventListener("pagehide", () => speech.cancel());
    this.show();
  }

  show() {
    this.button.hidden = !voice();
  }

  say() {
    const words = this.dataset.text || document.getElementById(this.dataset.of)?.innerText;
    if (!words) return;
    speech.cancel();
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice();
    said.lang = said.voice?.lang ?? "nl-BE";
    said.rate = 0.9;
    said.onend = said.onerror = () => this.rest();
    this.speaking = true;
    this.button.setAttribute("aria-pressed", "true");
    speech.speak(said);
  }

  stop() {
    speech.cancel();
    this.rest();
  }

  rest() {
    this.speaking = false;
    this.button.setAttribute("aria-pressed", "false");
  }
}

customElements.define("kring-speak", KringSpeak);
