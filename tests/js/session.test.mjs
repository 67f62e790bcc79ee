// The who-session without a browser: the queue, the names in a line, keys that come before their answer.  node --test tests/js/

import assert from "node:assert/strict";
import test from "node:test";

import { Acts } from "../../src/kring/circle/static/circle/acts.js";
import { Hand } from "../../src/kring/circle/static/circle/hand.js";
import { Line, roughNames } from "../../src/kring/circle/static/circle/line.js";
import { newAct, Queue } from "../../src/kring/circle/static/circle/queue.js";

const soon = () => new Promise((done) => { setTimeout(done, 5); });

test("an act has a name of its own, in order of time", () => {
  const names = [newAct(1000), newAct(2000), newAct(3000)];
  assert.deepEqual([...names].sort(), names);
  assert.match(names[0], /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("acts go one at a time and in order; only the last one asks for a drawing", async () => {
  const sent = [];
  const queue = new Queue(async (url, fields, { waits }) => { sent.push([url, waits]); await soon(); return { status: 200, answer: {} }; }, () => {});
  for (const url of ["a", "b", "c"]) queue.push({ url, fields: {} });
  for (let turn = 0; queue.count && turn < 1000; turn += 1) await soon(); // 60 ms by the clock was too short on a busy machine
  await soon();
  assert.deepEqual(sent, [["a", false], ["b", true], ["c", false]]);
  assert.equal(queue.count, 0);
});

test("without a connection names wait, and the same token goes again", async () => {
  const tokens = [];
  const told = [];
  let online = false;
  const send = async (_url, fields) => { tokens.push(fields.once); if (!online) throw new TypeError("offline"); return { status: 200, answer: {} }; };
  const queue = new Queue(send, (count, failed) => told.push([count, failed]));
  queue.push({ url: "a", fields: {}, weighs: 2 });
  await soon();
  assert.deepEqual(told.at(-1), [2, true]);
  online = true;
  await queue.go();
  assert.deepEqual(told.at(-1), [0, false]);
  assert.equal(tokens.length, 2);
  assert.equal(tokens[0], tokens[1]);
});

test("signed out, or a server that is ill, is not saved", async () => {
  for (const status of [0, 302, 403, 500, 502]) {
    const told = [];
    const answers = [status, 200];
    const queue = new Queue(async () => ({ status: answers.shift(), answer: {} }), (count, failed) => told.push([count, failed]));
    queue.push({ url: "a", fields: {} });
    await soon();
    assert.deepEqual(told.at(-1), [1, true], `status ${status}`);
    await queue.go();
    assert.deepEqual(told.at(-1), [0, false], `status ${status}`);
  }
});

test("a refusal and a conflict are answers: what waits behind them goes on", async () => {
  const heard = [];
  const statuses = [400, 409, 200];
  const queue = new Queue(async () => ({ status: statuses.shift(), answer: {} }), () => {});
  queue.push({ url: "a", fields: {}, refused: () => heard.push("refused") });
  queue.push({ url: "b", fields: {}, clash: () => heard.push("clash") });
  queue.push({ url: "c", fields: {}, done: () => heard.push("done") });
  await new Promise((done) => { setTimeout(done, 20); });
  assert.deepEqual(heard, ["refused", "clash", "done"]);
});

test("names in a line, roughly", () => {
  assert.deepEqual(roughNames("oma Lea, juf Els;\n nonkel Jan\t"), ["oma Lea", "juf Els", "nonkel Jan"]);
});

/** A hand with a tray and an aim that only remember. */
function hand() {
  const pushed = [];
  const chips = new Map();
  const page = { apply: () => {}, stack: () => {}, refused: () => {}, again: () => {}, clash: () => {} };
  const acts = new Acts({ push: (act) => pushed.push(act) }, { acts: [], layer: "child", versions: {}, urls: { add: "add", place: "place/00000000-0000-0000-0000-000000000000", undo: "undo" } }, page);
  const tray = {
    ghost: (act, names) => names.forEach((name, at) => chips.set(`${act}/${at}`, { key: `${act}/${at}`, name, domain: "" })),
    gone: (act) => [...chips.keys()].filter((key) => key.startsWith(`${act}/`)).forEach((key) => chips.delete(key)),
    find: (key) => chips.get(key) ?? null,
    leave: (key) => chips.delete(key),
    get keys() { return [...chips.keys()]; },
  };
  const aim = {
    chip: null,
    take(chip) { this.chip = chip; return true; },
    drop() { this.chip = null; return true; },
    get held() { return this.chip && { chip: this.chip }; },
    hold({ chip }) { this.chip = chip; },
    press(key) { if (this.chip && key === "Enter") one.place(this.chip.key, { ring: 2, domain: "family" }); return Boolean(this.chip); },
  };
  const line = { rest: () => {}, focus: () => {}, backUp: () => {}, giveBack: () => {} };
  const one = new Hand({ acts, aim, tray, line });
  page.arrived = (adding, answer) => one.arrived(adding, answer);
  const arrive = (at, key, name) => { chips.set(key, { key, name, domain: "family" }); pushed[at].done({ added: [key], undo: pushed[at].fields.once }); };
  return { one, pushed, aim, arrive };
}

test("Enter before the answer puts the right person, and the hand stays at the next name", () => {
  const { one, pushed, aim, arrive } = hand();
  one.send("oma Lea", ["oma Lea"]);
  one.steer("Enter");
  one.send("juf Els", ["juf Els"]);
  arrive(0, "k1", "oma Lea");
  assert.equal(pushed[2].url, "place/k1");
  assert.equal(aim.chip.name, "juf Els");
  one.steer("Enter");
  arrive(1, "k2", "juf Els");
  assert.equal(pushed[3].url, "place/k2");
});

test("a tap before the answer is done when the name has arrived", () => {
  const { one, pushed, aim, arrive } = hand();
  one.send("Fatima", ["Fatima"]);
  one.place(aim.chip.key, { ring: 1, domain: "street" });
  arrive(0, "k1", "Fatima");
  assert.deepEqual([pushed[1].url, pushed[1].fields.ring, pushed[1].fields.domain], ["place/k1", 1, "street"]);
});

test("while something stands in the line, arrows move in the text and Enter sends", () => {
  const steered = [];
  const sent = [];
  globalThis.matchMedia = () => ({ matches: false });
  const field = { value: "", addEventListener() {}, setAttribute() {} };
  const form = { elements: { names: field }, addEventListener() {}, querySelector: () => ({}) };
  const line = new Line(form, { send: (text) => sent.push(text), steer: (key) => steered.push(key), typed() {}, turn() {}, undo() {}, settle() {} });
  const press = (key, more = {}) => line.press({ key, ...more });
  field.value = "oma";
  assert.equal(press("ArrowLeft"), false);
  assert.equal(press("Enter", { isComposing: true }), false);
  assert.equal(press("Enter"), true);
  assert.deepEqual(sent, ["oma"]);
  press("ArrowLeft");
  press("Enter");
  assert.deepEqual(steered, ["ArrowLeft", "Enter"]);
});
