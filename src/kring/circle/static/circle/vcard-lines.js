// Lines of a contact file: only those that may hold a name are handed on.  vCard 2.1, 3.0 and 4.0.

import { Lines } from "./vcard-reader.js";

const WANTED = new Set(["BEGIN", "END", "VERSION", "FN", "N", "NICKNAME", "ORG", "KIND", "AGENT", "X-ADDRESSBOOKSERVER-KIND"]);

/** Yields {name, parameters, quoted, value} per line that may hold a name; `value` is one character per byte. */
export function* nameLines(bytes) {
  const lines = new Lines(bytes);
  const heads = new Map(); // a phone writes the same few heads thousands of times
  while (lines.next()) {
    const head = lines.head();
    if (!head) continue;
    const known = heads.get(head) ?? property(head);
    if (heads.size < 200) heads.set(head, known);
    const value = lines.value(head.length + 1, known.quoted, known.wanted);
    if (known.name === "VERSION") lines.fold = value.trim() === "2.1" ? 0 : 1; // 2.1 folds at a space and keeps it
    else if (known.wanted) yield { name: known.name, parameters: known.parameters, quoted: known.quoted, value };
  }
}

function property(head) {
  const [first, ...parameters] = head.toUpperCase().split(";");
  const name = first.slice(first.lastIndexOf(".") + 1).trimEnd(); // "item1.FN"
  const quoted = parameters.some((parameter) => parameter.includes("QUOTED-PRINTABLE"));
  return { name, parameters, quoted, wanted: WANTED.has(name) };
}
