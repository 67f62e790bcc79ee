// Tapping: a person and then a cell; or, with someone waiting for a place, one cell.

import { cellAt, placeOf } from "./cells.js";

const REACH = 22; // pixels: half of a finger

/** A click somewhere in the circle. */
export function tapped(circle, event) {
  const { target } = event;
  const button = target.closest(".circle-crowd button");
  const svg = target.closest("svg.circle");
  if (button) return fromCrowd(circle, button);
  if (!svg) return undefined;
  const turned = event.timeStamp < circle.turned?.until;
  const crowd = turned ? null : target.closest(".crowd");
  if (crowd) return onCrowd(circle, crowd);
  const person = circle.pending ? null : personAt(event, circle.picked ? 0 : REACH);
  if (person) return onPerson(circle, person.dataset.key);
  const key = circle.pending ?? circle.picked;
  const cell = key ? under(circle, svg, event) : null;
  return cell ? circle.place(key, cell) : undefined;
}

/** Who is meant by a finger: the person under it, else the nearest within its reach; a disc is small on a phone. */
export function personAt({ target, clientX, clientY }, reach = REACH) {
  const under = target.closest(".person");
  const svg = target.closest("svg.compact");
  if (under || !svg || !reach) return under;
  const { a, e, f } = svg.getScreenCTM();
  const away = (person) => {
    const { x, y } = placeOf(person);
    return Math.hypot(x * a + e - clientX, y * a + f - clientY);
  };
  const near = [...svg.querySelectorAll(".person")].map((person) => [away(person), person]).sort(([one], [two]) => one - two);
  return near.length && near[0][0] <= reach ? near[0][1] : null;
}

/** The first tap picks someone up, a second one on the same person opens their page. */
function onPerson(circle, key) {
  if (circle.picked === key) circle.tell("kring-open", { key });
  else circle.pick(key);
}

/** A count: someone who waits for a place gets it there, else the list behind it opens. */
export function onCrowd(circle, { dataset: { ring, domain } }) {
  const key = circle.pending ?? circle.picked;
  if (key) return circle.place(key, { ring: Number(ring), domain });
  return circle.querySelector(`.circle-crowd[data-ring="${ring}"][data-domain="${domain}"]`)?.showPopover();
}

function fromCrowd(circle, button) {
  button.closest("[popover]").hidePopover();
  onPerson(circle, button.dataset.key);
}

function under(circle, svg, event) {
  const { cells, matrix } = event.timeStamp < circle.turned?.until
    ? circle.turned : { cells: circle.cellsOf(svg), matrix: svg.getScreenCTM() };
  return cellAt(cells, (event.clientX - matrix.e) / matrix.a, (event.clientY - matrix.f) / matrix.d);
}
