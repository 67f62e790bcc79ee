// Talking to the server as a script: a form post that asks for JSON, and what waits told to <c-status>.

const PATIENCE = 15_000;

/** A post with the token of the page.  Throws when there is no connection, or when the answer is not ours. */
export async function post(url, fields, { keepalive = false, waits = false } = {}) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const response = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Accept: "application/json", "X-CSRFToken": token, ...sectors(), ...(waits && { "X-Kring-Waits": "1" }) },
    redirect: "manual", // signed out meanwhile: a page to sign in is no answer
    keepalive,
    signal: AbortSignal.timeout(PATIENCE),
  });
  return { status: told(response).status, answer: await read(response) };
}

/** What changed since a version, or null. */
export async function changes(url, since, layer) {
  const asked = new URLSearchParams({ since, layer });
  const response = await fetch(`${url}${url.includes("?") ? "&" : "?"}${asked}`, {
    headers: { Accept: "application/json", ...sectors() }, redirect: "manual", cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  });
  return told(response).status === 200 ? read(response) : null;
}

/** How the sectors lie in what is looked at: in the next drawing they stay there. */
function sectors() {
  const drawn = [...document.querySelectorAll("svg.circle[data-sectors]")];
  const told = drawn.map((svg) => `${svg.classList.contains("compact") ? "compact" : "wide"} ${svg.dataset.sectors}`);
  return told.length ? { "X-Kring-Sectors": told.join("; ") } : {};
}

/** A screen that is locked: the page covers itself, and what waits is sent when it is open again. */
function told(response) {
  if (response.status === 423) dispatchEvent(new Event("kring:locked"));
  return response;
}

async function read(response) {
  const json = response.headers.get("Content-Type")?.startsWith("application/json");
  return json ? response.json() : {};
}

/** How many things wait, from several senders, as one line on the page; leaving is asked about while something does. */
export class Safety {
  #counts = new Map();
  #failing = new Set();

  constructor() {
    addEventListener("beforeunload", (event) => this.total && event.preventDefault());
  }

  get total() {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  set(sender, count, failed = false) {
    this.#counts.set(sender, count);
    this.#failing[failed && count ? "add" : "delete"](sender);
    const name = this.#failing.size ? "kring:unsaved" : this.total ? "kring:saving" : "kring:saved";
    dispatchEvent(new CustomEvent(name, { detail: { count: this.total } }));
  }
}
