// When a page is touched, beats, covers itself or is left: by the clock alone, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

const MINUTE = 60_000;
let now = 0;
let seen = {};
const root = { setAttribute: (name) => { seen[name] = true; }, removeAttribute: (name) => { delete seen[name]; } };
const part = { hidden: true, value: "token" };
const code = { focus() {} };
const way = { querySelectorAll: () => [], addEventListener() {}, querySelector: () => ({ elements: { code } }), remove: () => { delete seen.way; } };
const opens = { dataset: { needs: new URL("../../src/kring/kit/static/kit/js/idle-open.js", import.meta.url).href }, cloneNode: () => way };
const dialog = {
  addEventListener() {}, showModal: () => { seen.dialog = true; }, close: () => { delete seen.dialog; }, querySelector: () => part,
  firstElementChild: { append: () => { seen.way = true; } },
};
let connected = true;
let Idle;
const told = [];
Object.assign(globalThis, {
  HTMLElement: class { querySelector(name) { return name === "dialog" ? dialog : part; } },
  customElements: { define: (_name, made) => { Idle = made; } },
  BroadcastChannel: class { postMessage(word) { told.push(word); } },
  document: { documentElement: root, title: "Noor" },
  location: { replace: (to) => { seen.left = to; } },
  addEventListener() {}, setInterval() {},
  DOMParser: class { parseFromString() { return { querySelector: () => opens }; } },
  fetch: async (url) => {
    if (!connected) throw new TypeError("no connection");
    told.push(url);
    return { status: 204, ok: true, json: async () => ({}), text: async () => "" };
  },
});
Date.now = () => now;
await import("../../src/kring/kit/static/kit/js/idle.js");

function page(more = {}) {
  [now, seen] = [0, {}];
  told.length = 0;
  const one = new Idle();
  one.dataset = { after: "900", beat: "beat", close: "close", ended: "ended", ...more };
  one.connectedCallback();
  return one;
}

function pass(one, minutes, { touching = false } = {}) {
  for (let passed = 0; passed < minutes * 12; passed += 1) {
    now += MINUTE / 12;
    if (touching) one.touch();
    one.look();
  }
}

test("after a quarter at work it is covered, and the server hears it", () => {
  const one = page();
  pass(one, 14.9);
  assert.deepEqual(seen, {});
  pass(one, 0.2);
  assert.deepEqual(seen, { "data-locked": true, dialog: true });
  assert.ok(told.includes("close") && told.includes("cover"));
  assert.equal(document.title, "Kring");
  one.uncover();
  assert.deepEqual(seen, {});
  assert.equal(document.title, "Noor");
});

const settled = () => new Promise((done) => { setImmediate(done); });

test("what opens it is there before it is covered, and then it needs no connection", async () => {
  const one = page();
  await one.over.prepare();
  assert.deepEqual(seen, {});
  connected = false;
  pass(one, 15.1);
  connected = true;
  assert.deepEqual(seen, { "data-locked": true, dialog: true, way: true });
  one.uncover();
  assert.deepEqual(seen, {});
});

test("without a connection it is covered all the same; what opens it comes as soon as it can", async () => {
  const one = page();
  connected = false;
  pass(one, 15.1);
  assert.deepEqual(seen, { "data-locked": true, dialog: true });
  await settled();
  assert.equal(part.hidden, false);
  connected = true;
  await one.over.prepare();
  assert.equal(part.hidden, true);
  assert.equal(seen.way, true);
  one.uncover();
});

test("who touches it is here, and that is told at most once in four minutes", () => {
  const one = page();
  pass(one, 60, { touching: true });
  assert.deepEqual(seen, {});
  assert.equal(told.filter((word) => word === "beat").length, 15);
});

test("a hand in another tab counts, and coming back too late does not", () => {
  const one = page();
  pass(one, 10);
  one.touch(true);
  pass(one, 10);
  assert.deepEqual(seen, {});
  now += 20 * MINUTE;
  one.touch();
  assert.ok(seen.dialog);
});

test("with a child beside the worker it stays open", () => {
  const one = page({ held: "" });
  pass(one, 90);
  assert.deepEqual(seen, {});
});

test("at home it is left, blank first", async () => {
  const one = page({ after: "300", home: "" });
  pass(one, 5.1);
  assert.equal(seen["data-gone"], true);
  assert.equal(seen.left, undefined);
  await settled();
  assert.equal(seen.left, "ended");
  assert.equal(seen.dialog, undefined);
});
