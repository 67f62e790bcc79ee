// The cells of a drawn circle, read once from what the server wrote on the <svg>; no layout is asked of the browser.

const TURN = 2 * Math.PI;

/** Rings (outer radii) and sectors (from angle to angle, clockwise from the top) of one drawing. */
export function readCells(svg) {
  const rings = svg.dataset.rings.split(" ").map(Number);
  const sectors = svg.dataset.sectors.split(" ").map((text) => {
    const [domain, start, end] = text.split(":");
    return { domain, start: Number(start), end: Number(end) };
  });
  const paths = new Map();
  for (const { domain } of sectors) {
    for (const [at, path] of [...svg.querySelectorAll(`.${domain} > .cell`)].entries()) paths.set(`${at + 1}:${domain}`, path);
  }
  return { rings, sectors, paths, child: Number(svg.dataset.child) };
}

/** The cell under a point of the drawing; null on the child, outside the wall, or in the gap beside care. */
export function cellAt(cells, x, y) {
  const radius = Math.hypot(x, y);
  const index = cells.rings.findIndex((outer) => radius <= outer);
  if (index < 0 || radius < cells.child) return null;
  const angle = Math.atan2(x, -y);
  const sector = cells.sectors.find(({ start, end }) => (((angle - start) % TURN) + TURN) % TURN <= end - start);
  return sector ? { ring: index + 1, domain: sector.domain } : null;
}

/** The cell one step away: up is nearer, down further, left and right go round. */
export function neighbour(cells, { ring, domain }, key) {
  const order = cells.sectors.map((sector) => sector.domain);
  const at = order.indexOf(domain);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0;
  const nearer = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
  return {
    ring: Math.min(cells.rings.length, Math.max(1, ring + nearer)),
    domain: order[(at + step + order.length) % order.length],
  };
}

/** Light up one cell, and only that one. */
export function aim(cells, cell) {
  const next = cell ? cells.paths.get(`${cell.ring}:${cell.domain}`) : undefined;
  if (cells.lit === next) return;
  cells.lit?.classList.remove("aim");
  next?.classList.add("aim");
  cells.lit = next;
}

/** Where an element was put by its transform. */
export function placeOf(element) {
  const [x, y] = element.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  return { x, y };
}
