// Putting a newly drawn circle in the place of the old one: same focus, and people slide to where they went.

import { placeOf, readCells } from "./cells.js";

const DRAWN = "svg.circle:not(.circle-key), .circle-crowd";
const policy = globalThis.trustedTypes?.createPolicy("kring-circle", { createHTML: (text) => text });
const A_MOMENT = 400; // milliseconds: nobody sees and taps faster
const SLIDE = { duration: 160, easing: "ease-out" };

/** `text` is what the server drew (both sizes and the lists behind the counts). */
export function swap(host, text) {
  const fresh = document.createElement("template");
  fresh.innerHTML = policy ? policy.createHTML(text) : text;
  const old = [...host.querySelectorAll(DRAWN)];
  const before = places(host);
  const eyes = seen(visible(host));
  const focused = focusOf(host);
  const holder = old[0] ?? host.firstChild;
  holder ? holder.before(fresh.content) : host.append(fresh.content);
  for (const node of old) node.remove();
  if (eyes && eyes.drawn !== visible(host)?.dataset.sectors) host.turned = { ...eyes, until: performance.now() + A_MOMENT };
  if (focused) visible(host)?.querySelector(focused)?.focus({ preventScroll: true });
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) slide(host, before);
}

/** The drawing that the style sheet shows. */
export function visible(host) {
  return [...host.querySelectorAll("svg.circle:not(.circle-key)")].find((svg) => svg.getClientRects().length);
}

/** What somebody has before its eyes: a finger on its way down means that, also when the circle had to turn. */
function seen(svg) {
  return svg?.dataset.sectors && { drawn: svg.dataset.sectors, cells: readCells(svg), matrix: svg.getScreenCTM() };
}

function places(host) {
  const found = new Map();
  for (const person of visible(host)?.querySelectorAll(".person") ?? []) found.set(person.dataset.key, placeOf(person));
  return found;
}

function focusOf(host) {
  const held = document.activeElement;
  if (!host.contains(held) || !held.matches(".person, .crowd")) return null;
  const { key, ring, domain } = held.dataset;
  return key ? `.person[data-key="${CSS.escape(key)}"]` : `.crowd[data-ring="${ring}"][data-domain="${domain}"]`;
}

function slide(host, before) {
  for (const person of visible(host)?.querySelectorAll(".person") ?? []) {
    const from = before.get(person.dataset.key);
    const to = placeOf(person);
    if (!from || (from.x === to.x && from.y === to.y)) continue;
    const at = ({ x, y }) => ({ transform: `translate(${x}px, ${y}px)` });
    person.animate([at(from), at(to)], SLIDE);
  }
}
