// The text of one value: quoted-printable, charset and escapes undone, and nothing left that could hurt a page.

import { decoded } from "./vcard-bytes.js";

const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const ORDINARY = /^[A-Za-z'.-]+(?: [A-Za-z'.-]+)*$/; // most names: nothing to undo
const ESCAPED = /\\([\\,;:nN])/g;

/** The parts of a structured value ("Peeters;Jan;;;"), each as clean text. */
export function texts(line) {
  const charset = charsetOf(line.parameters);
  return splitParts(line.value).map((part) => clean(decoded(unquoted(part, line.quoted), charset)));
}

/** The whole value as one clean text. */
export function text(line) {
  return clean(decoded(unquoted(line.value, line.quoted), charsetOf(line.parameters)));
}

/** A telephone number or mail address that stands where a name should be is no name. */
export function isReachable(name) {
  return /\S@\S/.test(name) || /^(tel:)?[+\d][\d\s().\/-]{4,}$/i.test(name);
}

function charsetOf(parameters) {
  const found = parameters.find((parameter) => parameter.startsWith("CHARSET="));
  return found ? found.slice(8).replaceAll('"', "").trim().toLowerCase() : "";
}

function splitParts(value) {
  if (!value.includes("\\")) return value.split(";");
  const parts = [""];
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === "\\") parts[parts.length - 1] += value.slice(at, (at += 1) + 1);
    else if (value[at] === ";") parts.push("");
    else parts[parts.length - 1] += value[at];
  }
  return parts;
}

function unquoted(value, quoted) {
  if (!quoted) return value;
  const whole = value.replace(/=\s*$/, ""); // a soft line end with nothing after it
  return whole.replace(/=([0-9A-Fa-f]{2})/g, (_all, pair) => String.fromCharCode(parseInt(pair, 16)));
}

function clean(value) {
  if (!value || ORDINARY.test(value)) return value;
  const lines = value.replace(ESCAPED, (_all, letter) => (letter === "n" || letter === "N" ? " " : letter));
  return lines.replace(/\s/g, " ").replace(UNSEEN, "").replace(/ +/g, " ").trim().normalize("NFC");
}
