// Contact files as phones and Outlook really write them, and as nobody should.  Run with: node --test tests/js/

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { readCards, refusal } from "../../src/kring/circle/static/circle/vcard.js";
import { LARGEST } from "../../src/kring/circle/static/circle/vcard-bytes.js";

const FILES = new URL("../files/vcards/", import.meta.url);
const BEFORE = ["oma", "juf", "meme"];
const file = (name) => readFileSync(new URL(name, FILES));
const short = (name) => name.replace(/^K+$/, (all) => `${all.length} × K`);
const names = (name) => readCards(file(name), BEFORE).map((card) => short(card.name));
const bytes = (text) => new TextEncoder().encode(text);

const EXPECTED = {
  "ios-3.0.vcf": ["Wilma", "Karim", "Oma Lea", "Jeugdhuis De Kouter"],
  "android-2.1.vcf": ["Zeynep", "Mémé Jeanne", "Juf Els"],
  "android-4.0.vcf": ["Nadia", "🦄 Lien ❤️"],
  "google-3.0.vcf": ["Saartje Met-een-heel-lange-voornaam-die-midden-in-een-letter-wordt-gevouwen", "Bram"],
  "folded-in-a-letter.vcf": ["Josée"],
  "outlook-2.1-windows-1252.vcf": ["Renée"],
  "declared-utf-8-is-latin-1.vcf": ["Zoë"],
  "declared-latin-1-is-utf-8.vcf": ["Zoë"],
  "declared-latin-2.vcf": ["Łukasz"],
  "unknown-charset.vcf": ["Renée"],
  "utf-16le-bom.vcf": ["Elif"],
  "utf-16be-bom.vcf": ["Elif"],
  "utf-16le.vcf": ["Elif"],
  "utf-8-bom.vcf": ["Elif"],
  "nokia-2.1.vcf": ["Nonkel Jan", "Tom"],
  "lines-cr.vcf": ["Mo", "Ann"],
  "escaped-3.0.vcf": ["Jan, Piet", "Null"],
  "missing-end.vcf": ["An", "Bo", "Cas"],
  "agent-2.1.vcf": ["Greet", "Kato"],
  "hostile.vcf": ["Evil", "Karim", "10000 × K", "Ké"],
  "no-cards.vcf": [],
  "empty.vcf": [],
};

test("every file is tested", () => {
  assert.deepEqual(Object.keys(EXPECTED).sort(), readdirSync(FILES).filter((name) => name.endsWith(".vcf")).sort());
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name} gives its call names`, () => assert.deepEqual(names(name), expected));
}

test("only names are kept", () => {
  for (const name of Object.keys(EXPECTED)) {
    for (const card of readCards(file(name))) {
      assert.deepEqual(Object.keys(card).sort(), ["family", "given", "name", "nickname", "org", "whole"]);
      assert.doesNotMatch(JSON.stringify(card), /voorbeeld\.test|0470|Kerkstraat|1964|notitie/);
    }
  }
});

test("the parts of a name are kept apart", () => {
  const [wilma, karim] = readCards(file("ios-3.0.vcf"));
  assert.deepEqual(wilma, {
    name: "Wilma",
    given: "Wilma",
    family: "Peeters",
    nickname: "",
    org: "Bakkerij De Zoete Inval",
    whole: "Wilma Peeters",
  });
  assert.equal(karim.nickname, "Coach");
  const [escaped] = readCards(file("escaped-3.0.vcf"));
  assert.deepEqual([escaped.family, escaped.nickname, escaped.org], ["O'Brien; Smith", "J P", "Slash \\ Co;, BV"]);
  assert.equal(readCards(file("outlook-2.1-windows-1252.vcf"))[0].whole, "Renée Müller-Janssens");
  assert.equal(readCards(file("nokia-2.1.vcf"))[1].family, "Van den Broeck");
});

test("a word that says nothing alone brings the whole name", () => {
  const lea = bytes("BEGIN:VCARD\nN:Lea;Oma;;;\nFN:Oma Lea\nEND:VCARD\n");
  assert.equal(readCards(lea, BEFORE)[0].name, "Oma Lea");
  assert.equal(readCards(lea)[0].name, "Oma");
});

// Milliseconds that the processor worked since then: by the clock this was red on a machine that did something else too.
const worked = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

test("ten megabytes in less than a second, with photos, without, folded or not", () => {
  const line = `${"A".repeat(74)}\r\n`;
  const plain = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Claes;Lien;;;\r\nFN:Lien Claes\r\nTEL:0470\r\nEND:VCARD\r\n";
  const photo = plain.replace("END", `PHOTO;ENCODING=b;TYPE=JPEG:${` ${line}`.repeat(1400).trim()}\r\nEND`);
  const loose = plain.replace("END", `PHOTO;BASE64:\r\n${line.repeat(1400)}\r\nEND`);
  const one = plain.replace("END", `PHOTO;ENCODING=b:${"A".repeat(10_000_000)}\r\nEND`);
  const shapes = [[photo, 1000], [loose, 1000], [one, 1000], [plain, 3000]]; // the last: 120,000 contacts and no photo
  for (const [card, limit] of shapes) {
    const count = Math.ceil(10_000_000 / card.length);
    const big = bytes(card.repeat(count));
    const start = process.cpuUsage();
    const found = readCards(big);
    const took = worked(start);
    assert.ok(took < limit, `${took} ms`);
    assert.equal(found.length, count);
    assert.equal(found.at(-1).name, "Lien");
  }
});

test("hostile shapes take no time and never throw", () => {
  const shapes = [
    ":".repeat(1e6), ";".repeat(1e6), "\n".repeat(2e6), "\r".repeat(2e6), "\n ".repeat(1e6), "BEGIN:VCARD\n".repeat(2e5),
    `BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:${"=\n".repeat(1e6)}`, `BEGIN:VCARD\nFN:${"\\".repeat(1e6)}`,
    `BEGIN:VCARD\nN:${";".repeat(1e6)}`, `BEGIN:VCARD\nFN:a${"\n b".repeat(1e6)}`, `BEGIN:VCARD\n${"AGENT:\nBEGIN:VCARD\n".repeat(1e5)}`,
    `BEGIN:VCARD\n${'"'.repeat(1e6)}:x`, `${"a.".repeat(5e5)}FN:x`,
  ];
  for (const shape of shapes) {
    const start = process.cpuUsage();
    assert.ok(Array.isArray(readCards(bytes(shape))));
    const took = worked(start);
    assert.ok(took < 1000, `${shape.slice(0, 30)} ${took} ms`);
  }
});

test("cut anywhere, or with any byte changed, a file never throws", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (const name of Object.keys(EXPECTED)) {
    const whole = file(name);
    for (let turn = 0; turn < 60 && whole.length; turn += 1) {
      const broken = Uint8Array.from(whole.subarray(0, 1 + random(whole.length)));
      broken[random(broken.length)] = random(256);
      assert.ok(Array.isArray(readCards(broken, BEFORE)));
    }
  }
  const noise = Uint8Array.from({ length: 300_000 }, () => random(256));
  assert.deepEqual(readCards(noise), []);
  for (const nothing of [undefined, null, "BEGIN:VCARD", 7, {}, new ArrayBuffer(0)]) assert.deepEqual(readCards(nothing), []);
});

test("a file that is too large is refused before it is read", () => {
  assert.equal(refusal(LARGEST + 1, []), "too-large");
  assert.equal(refusal(10, []), "no-names");
  assert.equal(refusal(10, [{}]), "");
  assert.deepEqual(readCards(new Uint8Array(LARGEST + 1)), []);
});
