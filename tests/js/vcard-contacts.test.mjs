// The list in which a child ticks: nothing beforehand, nothing kept afterwards.

import assert from "node:assert/strict";
import test from "node:test";

import { Contacts } from "../../src/kring/circle/static/circle/contacts.js";

const cards = [
  { name: "Zoë", whole: "Zoë Noël" },
  { name: "Ann", whole: "Ann De Smet" },
  { name: "Élise", whole: "Élise" },
  { name: "Ann", whole: "Ann Claes" },
];
const shown = (contacts, sought) => contacts.found(sought).rows.map(({ name, whole }) => `${name}/${whole}`);

test("by name, with the whole name to tell two of one name apart", () => {
  assert.deepEqual(shown(new Contacts(cards)), ["Ann/Ann Claes", "Ann/Ann De Smet", "Élise/", "Zoë/Zoë Noël"]);
});

test("nothing is ticked beforehand", () => {
  const contacts = new Contacts(cards);
  assert.equal(contacts.count, 0);
  assert.deepEqual(contacts.names(), []);
  assert.ok(contacts.found().rows.every((row) => !row.ticked));
});

test("searching looks past accents and capitals, in the whole name", () => {
  const contacts = new Contacts(cards);
  assert.deepEqual(shown(contacts, "elise"), ["Élise/"]);
  assert.deepEqual(shown(contacts, "CLAES ann"), ["Ann/Ann Claes"]);
  assert.deepEqual(shown(contacts, "niemand"), []);
});

test("only ticked call names come out, also when a search hides them", () => {
  const contacts = new Contacts(cards);
  for (const key of [3, 0, 1, 99]) contacts.tick(key, true);
  contacts.tick(1, false);
  assert.ok(contacts.found("zoe").rows[0].ticked);
  assert.equal(contacts.count, 2);
  assert.deepEqual(contacts.names(), ["Ann", "Zoë"]);
});

test("a hundred rows at once, and it says that there are more", () => {
  const many = new Contacts(Array.from({ length: 101 }, (_none, at) => ({ name: `N${at}`, whole: "" })));
  assert.equal(many.found().rows.length, 100);
  assert.ok(many.found().more);
  assert.equal(many.found("n100").rows.length, 1);
  assert.ok(!many.found("n100").more);
});

test("forgotten is gone", () => {
  const contacts = new Contacts(cards);
  contacts.tick(0, true);
  contacts.forget();
  assert.deepEqual([contacts.found().rows, contacts.names(), contacts.count], [[], [], 0]);
});
