// What goes along when a page is left: the words of the last form, and never a secret or a file.

import assert from "node:assert/strict";
import { test } from "node:test";

Object.assign(globalThis, { addEventListener() {}, location: { href: "http://kring.example/d/1/wish/?how=said" } });
let inside = [];
globalThis.FormData = class { [Symbol.iterator]() { return inside[Symbol.iterator](); } };
const { Words } = await import("../../src/kring/kit/static/kit/js/idle-words.js");

function typed(fields, { method = "post", secret = false, type = "textarea", name = "words" } = {}) {
  inside = fields;
  const attributes = { method };
  const form = { getAttribute: (one) => attributes[one] ?? null, isConnected: true, querySelector: () => (secret ? {} : null) };
  const words = new Words();
  words.note({ form, name, type });
  return { words, form };
}

test("the words go along with their address, without the mark of the form", () => {
  const { words } = typed([["csrfmiddlewaretoken", "x"], ["words", "zij luistert"], ["how", "said"]]);
  const kept = JSON.parse(words.toKeep().unsent);
  assert.deepEqual(kept, { path: "/d/1/wish/?how=said", fields: [["words", "zij luistert"], ["how", "said"]], typed: ["words"] });
});

test("what was sent, is no more to be kept", () => {
  const { words, form } = typed([["words", "zij luistert"]]);
  words.sent(form);
  assert.deepEqual(words.toKeep(), {});
});

for (const [what, fields, more] of [
  ["a secret", [["words", "a"]], { secret: true }],
  ["a file", [["words", "a"], ["photo", { size: 3 }]], {}],
  ["a question to a page", [["words", "a"]], { method: "get" }],
  ["a tick", [["words", "a"]], { type: "checkbox" }],
  ["an empty line", [["words", "  "]], {}],
  ["more than fits", [["words", "a".repeat(70_000)]], {}],
]) {
  test(`${what} stays behind`, () => assert.deepEqual(typed(fields, more).words.toKeep(), {}));
}
