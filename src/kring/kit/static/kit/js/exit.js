// Weg van hier: blank first, then end the stay, then another site in place of this one. Back does not return: not to this
// page (it was replaced), not to an earlier one (it leaves again by itself), and other tabs of this place go blank too.
// Shift three times does the same. Without this script it is a plain link that ends the stay and goes on.

const WITHIN = 1500;
const AT_LAST = 100;
const GONE = "kring-gone";

class KringExit extends HTMLElement {
  #presses = [];

  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("keydown", this);
    window.addEventListener("pageshow", this);
    this.tabs = new BroadcastChannel("kring");
    this.tabs.addEventListener("message", this);
    const [came] = performance.getEntriesByType("navigation");
    if (came?.type !== "back_forward") remember(null);
    else if (remembered()) this.leave();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    window.removeEventListener("pageshow", this);
    this.tabs.close();
  }

  handleEvent(event) {
    if (event.type === "click") {
      event.preventDefault();
      this.leave();
    } else if (event.type === "message") {
      this.leave(false);
    } else if (event.type === "pageshow") {
      if (event.persisted && remembered()) this.leave(); // out of the memory of the browser
    } else if (event.key !== "Shift") {
      this.#presses = [];
    } else if (!event.repeat) {
      this.#presses = [...this.#presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
      if (this.#presses.length >= 3) this.leave();
    }
  }

  leave(tell = true) {
    this.left = false;
    document.documentElement.setAttribute("data-gone", "");
    document.title = "";
    // The white frame comes first; what takes time comes after it.
    requestAnimationFrame(() => setTimeout(() => this.go(tell)));
    setTimeout(() => this.go(tell), AT_LAST);
  }

  go(tell) {
    if (this.left) return;
    this.left = true;
    remember("yes");
    if (tell) this.tabs.postMessage("gone");
    if (tell) navigator.sendBeacon(this.querySelector("a").href);
    this.dispatchEvent(new CustomEvent("kring:leaving", { bubbles: true }));
    location.replace(this.dataset.to);
  }
}

// Only in this tab. Where nothing may be kept, Back finds a stay that ended.
function remember(word) {
  try {
    sessionStorage[word ? "setItem" : "removeItem"](GONE, word);
  } catch {}
}

function remembered() {
  try {
    return sessionStorage.getItem(GONE) !== null;
  } catch {
    return document.documentElement.hasAttribute("data-gone");
  }
}

customElements.define("kring-exit", KringExit);
