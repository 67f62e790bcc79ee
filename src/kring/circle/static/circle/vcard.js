// Names out of a contact file (vCard), read in the browser: the file never leaves the device.
// Only names are kept: no telephone, no mail, no photo, no birthday.  Broken input gives fewer names, never an error.

import { LARGEST, plainBytes } from "./vcard-bytes.js";
import { nameLines } from "./vcard-lines.js";
import { isReachable, text, texts } from "./vcard-text.js";

export { LARGEST };

const NOTHING = Object.freeze({ full: "", given: "", family: "", nickname: "", org: "", group: false });

/** All contacts of a file, in its order.  `before` are words such as "juf": after them the whole name is the call name. */
export function readCards(input, before = []) {
  const bytes = plainBytes(input);
  if (bytes.length > LARGEST) return [];
  const titles = new Set(before);
  return [...cards(bytes)].map((card) => contact(card, titles)).filter((found) => found.name);
}

/** Why there is nothing to choose from: "too-large", "no-names", or "" when there is. */
export function refusal(size, found) {
  if (size > LARGEST) return "too-large";
  return found.length ? "" : "no-names";
}

function* cards(bytes) {
  let open = null;
  let agent = false; // the next card is that of somebody's agent
  let inside = 0; // and here we are in it: not a contact of this phone
  for (const line of nameLines(bytes)) {
    const card = /^\s*VCARD\s*$/i.test(line.value);
    const begins = line.name === "BEGIN" && card;
    if (begins && agent) inside += 1;
    else if (line.name === "END" && card && inside) inside -= 1;
    else if (begins) {
      if (open) yield open; // its END is missing
      [open, inside] = [{ ...NOTHING }, 0];
    } else if (line.name === "END" && card && open) {
      yield open;
      open = null;
    } else if (open && !inside) take(open, line);
    if (/^\s*BEGIN:VCARD\s*$/i.test(line.value) && line.name === "AGENT") inside += 1;
    agent = line.name === "AGENT" && !line.value.trim();
  }
  if (open) yield open;
}

function take(card, line) {
  if (line.name === "FN") card.full ||= text(line);
  else if (line.name === "N" && !card.given && !card.family) [card.family, card.given = ""] = texts(line);
  else if (line.name === "NICKNAME") card.nickname ||= text(line).split(",")[0].trim();
  else if (line.name === "ORG") card.org ||= texts(line)[0];
  else if (line.name.endsWith("KIND")) card.group = text(line).toLowerCase() === "group";
}

/** Call name first: the given name, unless it is a word like "juf" or "oma" that says nothing without the rest. */
function contact(card, titles) {
  if (card.group) return { ...card, name: "" };
  const [given, family, nickname, full, org] = [card.given, card.family, card.nickname, card.full, card.org].map(kept);
  const whole = full || [given, family].filter(Boolean).join(" ");
  const alone = titles.has(folded(given)) ? "" : given;
  return { name: alone || (given && whole) || nickname || full || family || org, given, family, nickname, org, whole };
}

function kept(name) {
  return isReachable(name) ? "" : name;
}

function folded(word) {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
