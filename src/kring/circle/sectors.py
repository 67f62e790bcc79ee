"""How the circle is divided: how thick each ring, how broad each sector.  Pure.

While there is room the rings keep their places and the sectors are nearly alike, so that one more person seldom moves
the others.  When it gets full, need decides: a sector with many people grows, an empty one shrinks to what a finger and
its own name still need.  Work and online are there only when used, and care stands a little apart.  In the hands of
someone (`seen`) the sectors lie still: only rings and wall give way.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import asin, pi, sqrt

from kring.circle.domains import USED_ONLY, Domain, Ring
from kring.circle.lettering import width, wrap
from kring.circle.picture import ONCE, Cell, Sector, Sizes, Turned

Need = Mapping[tuple[Ring, Domain], float]

APART = 0.045
"""The gap on both sides of care."""
_EMPTY = 0.75
"""What an empty sector gets beside a used one, as long as nobody needs it."""
_ROUNDS = 5
_MOST = 1.3
"""So many times its own size may a circle become before its sectors move under somebody's hands after all."""
_NOT_NEARER = 0.5
"""With one wall nobody stands nearer to the child than this share of it."""
_SPREAD = {Ring.VERY_NEAR: 1.1, Ring.NEAR: 1.0, Ring.FURTHER: 1.0, Ring.ONCE: 0.12}


class Division:
    """Looks for ring thicknesses and sector angles that give every cell the area it needs."""

    def __init__(self, need: Need, sizes: Sizes, titles: Mapping[Domain, str], under: Mapping[Ring, float]) -> None:
        """`need`: an area for every cell with someone in it; `titles`: the names round the wall; `under`: what each
        ring keeps free for a name below a disc.
        """
        self.need = need
        self.words = {domain: _longest_word(title, sizes.sector) for domain, title in titles.items()}
        self.sizes = sizes
        self.titles = titles
        self.under = under
        self.rings = tuple(under)
        self.one_wall = len(self.rings) == 1 and sizes.grows
        self._start = sizes.child + sizes.gap * 2
        self.used = {domain for _, domain in need}
        self.domains = [domain for domain in Domain if domain in self.used or domain in titles.keys() - USED_ONLY]
        self.room = 2 * pi - (2 * APART if Domain.CARE in self.domains else 0)
        self.angles = dict.fromkeys(self.domains, self.room / len(self.domains))
        self.radii = self._even()
        self.starts: dict[Domain, float] = {}
        if not self._calm():
            for _ in range(_ROUNDS):
                self.radii = self._radii()
                self.angles = self._squeezed()
            self.radii = self._radii()

    def keep(self, seen: Turned) -> bool:
        """Leave the sectors where somebody sees them; False when someone has no sector there, or no room."""
        angles = {domain: end - start for domain, start, end in seen}
        if not self.used <= set(angles):
            return False
        self.domains, self.angles = list(angles), angles
        self.starts = {domain: start for domain, start, _ in seen}
        self.radii = self._even()
        if any(self._wanted(domain) > angles[domain] for domain in self.used):
            self.radii = self._radii()
        return not self.sizes.grows or self.wall <= _MOST * self.sizes.base

    @property
    def wall(self) -> float:
        """The radius of the outer line."""
        return self.radii[self.rings[-1]][1]

    def sectors(self) -> tuple[Sector, ...]:
        """The sectors, family in the middle of the top, clockwise."""
        start = -self.angles[Domain.FAMILY] / 2
        found = []
        for domain in self.domains:
            start = self.starts.get(domain, start + (APART if domain is Domain.CARE else 0))
            end = start + self.angles[domain]
            found.append(Sector(domain, start, end, self._title(domain)))
            start = end
        return tuple(found)

    def cells(self) -> tuple[Cell, ...]:
        """Every ring of every sector."""
        return tuple(
            Cell(ring, sector.domain, *self.radii[ring], sector.start, sector.end)
            for sector in self.sectors()
            for ring in self.rings
        )

    def _title(self, domain: Domain) -> tuple[str, ...]:
        arc = self.angles[domain] * (self.wall + self.sizes.sector * 0.5) - self.sizes.sector
        title = self.titles[domain]
        if width(title, self.sizes.sector) <= arc:
            return (title,)
        return wrap(title, self.sizes.sector, max(arc, self.words[domain]))

    def _even(self) -> dict[Ring, tuple[float, float]]:
        """The rings of a circle with room to spare, always the same; the band outside them is thin until it is used."""
        if self.one_wall:
            return self._along_the_wall(0)
        band = self.sizes.disc if self.sizes.grows or Ring.ONCE not in self.rings else self._thinnest(Ring.ONCE)
        paper = self.sizes.base - self.sizes.belt - self._start - band
        total = sum(_SPREAD[ring] for ring in self.rings if ring is not Ring.ONCE)
        even: dict[Ring, float] = {ring: paper * _SPREAD[ring] / total for ring in self.rings if ring is not Ring.ONCE}
        return self._stacked({ring: max(self._thinnest(ring), even.get(ring, 0)) for ring in self.rings})

    def _radii(self) -> dict[Ring, tuple[float, float]]:
        """Rings as thick as these angles ask."""
        if self.one_wall:
            (ring,) = self.rings
            return self._along_the_wall(max(self.need[ring, domain] / self.angles[domain] for domain in self.used))
        inner = self._start
        thick = {}
        for ring in self.rings:
            area = max((self.need.get((ring, domain), 0) / angle for domain, angle in self.angles.items()), default=0)
            thick[ring] = max(self._thinnest(ring), sqrt(inner * inner + 2 * area) - inner)
            inner += thick[ring]
        return self._stretched(thick)

    def _along_the_wall(self, area: float) -> dict[Ring, tuple[float, float]]:
        """No nearness: all in one band against the wall, as thin as it can be with this area for each radian."""
        (ring,) = self.rings
        thin = self._thinnest(ring)
        wall = max(self.sizes.base - self.sizes.belt, sqrt(2 * area / (1 - _NOT_NEARER**2)))
        return {ring: (min(wall - thin, sqrt(wall * wall - 2 * area)), wall)}

    def _stretched(self, thick: Mapping[Ring, float]) -> dict[Ring, tuple[float, float]]:
        """What is left of the paper, handed to the rings: the thin band stays thin."""
        spare = max(0.0, self.sizes.base - self.sizes.belt - self._start - sum(thick.values()))
        total = sum(_SPREAD[ring] for ring in self.rings)
        return self._stacked({ring: breadth + spare * _SPREAD[ring] / total for ring, breadth in thick.items()})

    def _stacked(self, thick: Mapping[Ring, float]) -> dict[Ring, tuple[float, float]]:
        radii, inner = {}, self._start
        for ring, breadth in thick.items():
            radii[ring] = (inner, inner + breadth)
            inner += breadth
        return radii

    def _thinnest(self, ring: Ring) -> float:
        disc = self.sizes.disc * (ONCE if ring is Ring.ONCE else 1)
        if any(where is ring for where, _ in self.need):
            return 2 * disc + self.under[ring] + self.sizes.gap * 2
        return self.sizes.disc * (1.0 if ring is Ring.ONCE else 1.7)

    def _calm(self) -> bool:
        """While everyone fits in rings that keep their places: sectors nearly alike, and empty ones smaller.

        Who needs more than that takes it from those who can spare it; False when there is not enough to go round.
        """
        least = {domain: max(self._narrowest(domain), self._wanted(domain)) for domain in self.domains}
        if sum(least.values()) >= self.room:
            return False
        share = {domain: 1.0 if domain in self.used else _EMPTY for domain in self.domains}
        tight: set[Domain] = set()
        while True:
            free = self.room - sum(least[domain] for domain in tight)
            unit = free / sum(share[domain] for domain in self.domains if domain not in tight)
            more = {domain for domain in self.domains if domain not in tight and share[domain] * unit < least[domain]}
            if not more:
                self.angles = {domain: least[domain] if domain in tight else share[domain] * unit for domain in share}
                return True
            tight |= more

    def _squeezed(self) -> dict[Domain, float]:
        """More is asked than there is: each keeps room for its name, need shares out the rest, and the wall grows."""
        narrow = {domain: self._narrowest(domain) for domain in self.domains}
        spare = max(0.0, self.room - sum(narrow.values()))
        over = {domain: max(0.0, self._wanted(domain) - narrow[domain]) + 0.02 for domain in self.domains}
        return {domain: narrow[domain] + spare * over[domain] / sum(over.values()) for domain in self.domains}

    def _wanted(self, domain: Domain) -> float:
        rings = [ring for ring in self.rings if (ring, domain) in self.need]
        return max((self._opening(self.need[ring, domain], *self.radii[ring]) for ring in rings), default=0)

    def _opening(self, need: float, inner: float, outer: float) -> float:
        """The angle at which a cell holds its people, and at least one disc."""
        disc = self.sizes.disc + self.sizes.gap
        chord = 2 * asin(min(1.0, disc / max(disc, outer - disc)))
        return max(chord, 2 * need / (outer * outer - inner * inner))

    def _narrowest(self, domain: Domain) -> float:
        return (self.words[domain] + self.sizes.sector * 0.7) / (self.wall + self.sizes.sector * 0.5)


@lru_cache(maxsize=64)
def _longest_word(title: str, size: float) -> float:
    return max(width(word, size) for word in title.split(" ")) + 1
