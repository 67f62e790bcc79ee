// Steps through a contact file line by line, over photos without reading them.
// Lines end with CRLF, LF or CR; they go on after a space or tab, or after "=" in quoted-printable.

import { asBinary } from "./vcard-bytes.js";

const HEAD = 512; // a property with its parameters is never longer
const PART = 16384; // nor is a name, in at most 200 parts: what comes after is left alone
const [TAB, LF, CR, SPACE, QUOTE, COLON, EQUALS] = [9, 10, 13, 32, 34, 58, 61];

export class Lines {
  constructor(bytes) {
    this.bytes = bytes;
    this.after = 0;
    this.lf = this.cr = -1;
    this.fold = 1;
  }

  next() {
    if (this.after >= this.bytes.length) return false;
    this.start = this.after;
    if (this.lf < this.start) this.lf = this.find(LF);
    if (this.cr < this.start) this.cr = this.find(CR);
    this.end = Math.min(this.lf, this.cr);
    this.after = this.end + (this.end === this.cr && this.lf === this.cr + 1 ? 2 : 1);
    return true;
  }

  find(byte) {
    const at = this.bytes.indexOf(byte, this.start);
    return at < 0 ? this.bytes.length : at;
  }

  head() {
    let within = false; // a colon between double quotes is part of a parameter
    const last = Math.min(this.end, this.start + HEAD);
    for (let at = this.start; at < last; at += 1) {
      if (this.bytes[at] === QUOTE) within = !within;
      if (this.bytes[at] === COLON && !within) return asBinary(this.bytes, this.start, at);
    }
    return "";
  }

  value(from, quoted, wanted) {
    const parts = [wanted ? this.part(from) : ""];
    for (;;) {
      const soft = quoted && this.end > this.start && this.bytes[this.end - 1] === EQUALS;
      const folded = this.bytes[this.after] === SPACE || this.bytes[this.after] === TAB;
      if (!(soft || folded) || (soft && this.opensCard()) || !this.next()) return parts.join("");
      if (!wanted || parts.length > 200) continue;
      if (soft) parts.push(parts.pop().slice(0, -1));
      parts.push(this.part(soft ? 0 : this.fold));
    }
  }

  part(from) {
    return asBinary(this.bytes, this.start + from, Math.min(this.end, this.start + from + PART));
  }

  opensCard() {
    return /^(BEGIN|END):VCARD/i.test(asBinary(this.bytes, this.after, Math.min(this.bytes.length, this.after + 11)));
  }
}
