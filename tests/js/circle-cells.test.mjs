// The cells of a drawn circle: which one lies under a finger, and which one is a step away.  Run: node --test tests/js/

import assert from "node:assert/strict";
import test from "node:test";

import { cellAt, neighbour, placeOf, readCells } from "../../src/kring/circle/static/circle/cells.js";

const path = () => ({ classList: { add() {}, remove() {} } });
const svg = {
  dataset: { rings: "100 200 300 330", sectors: "family:-0.785:0.785 friends:0.785:2.356 care:2.4:5.498", child: "40" },
  querySelectorAll: () => [1, 2, 3, 4].map(path),
};
const cells = readCells(svg);

test("a point lies in the cell under it", () => {
  assert.deepEqual(cellAt(cells, 0, -60), { ring: 1, domain: "family" });
  assert.deepEqual(cellAt(cells, 150, 0), { ring: 2, domain: "friends" });
  assert.deepEqual(cellAt(cells, -250, 0), { ring: 3, domain: "care" });
  assert.deepEqual(cellAt(cells, 1, -325), { ring: 4, domain: "family" });
});

test("there is no cell on the child, outside the wall, or in the gap beside care", () => {
  assert.equal(cellAt(cells, 10, 10), null);
  assert.equal(cellAt(cells, 0, -331), null);
  assert.equal(cellAt(cells, 150 * Math.sin(2.38), -150 * Math.cos(2.38)), null);
});

test("arrows go nearer, further and round", () => {
  const from = { ring: 2, domain: "family" };
  assert.deepEqual(neighbour(cells, from, "ArrowUp"), { ring: 1, domain: "family" });
  assert.deepEqual(neighbour(cells, from, "ArrowDown"), { ring: 3, domain: "family" });
  assert.deepEqual(neighbour(cells, from, "ArrowRight"), { ring: 2, domain: "friends" });
  assert.deepEqual(neighbour(cells, from, "ArrowLeft"), { ring: 2, domain: "care" });
});

test("nearer than very near and further than the band do not exist", () => {
  assert.equal(neighbour(cells, { ring: 1, domain: "care" }, "ArrowUp").ring, 1);
  assert.equal(neighbour(cells, { ring: 4, domain: "care" }, "ArrowDown").ring, 4);
});

test("a place is read from the transform that the server wrote", () => {
  assert.deepEqual(placeOf({ getAttribute: () => "translate(-30.5 12)" }), { x: -30.5, y: 12 });
  assert.deepEqual(placeOf({ getAttribute: () => "translate(-.5 -12.3)" }), { x: -0.5, y: -12.3 });
});
