// The circle without a mouse: arrows move the focused person, Enter opens, Escape lets go, Ctrl+Z undoes.

import { neighbour } from "./cells.js";
import { onCrowd } from "./tap.js";

const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

/** What a key does in this circle; true when the key was ours. */
export function press(circle, event) {
  if (event.key === "Escape") return letGo(circle);
  if (event.key === "z" && (event.ctrlKey || event.metaKey)) return circle.tell("kring-undo", {}) ?? true;
  const person = event.target.closest?.(".person");
  const crowd = event.target.closest?.(".crowd");
  if (event.key === "Enter" || event.key === " ") return enter(circle, person, crowd, event.key);
  if (!person || !ARROWS.has(event.key) || event.altKey || event.ctrlKey || event.metaKey) return false;
  const here = { ring: Number(person.dataset.ring), domain: person.dataset.domain };
  const there = neighbour(circle.cellsOf(person.ownerSVGElement), here, event.key);
  if (there.ring !== here.ring || there.domain !== here.domain) circle.place(person.dataset.key, there);
  return true;
}

function enter(circle, person, crowd, key) {
  if (crowd) onCrowd(circle, crowd);
  else if (person && key === "Enter") circle.tell("kring-open", { key: person.dataset.key });
  else if (person) circle.pick(person.dataset.key);
  else return false;
  return true;
}

/** Let go of whatever is held or waits for a place; false when there was nothing. */
export function letGo(circle) {
  const dragging = circle.drag && !circle.drag.over;
  const busy = Boolean(dragging || circle.picked || circle.pending);
  if (dragging) circle.drag.cancel();
  circle.picked = null;
  circle.pending = null;
  if (busy) circle.tell("kring-pick", { key: null });
  return busy;
}
