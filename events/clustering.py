"""From a set of reports to happenings: one partition, whatever the order in which they came. PURE.

Reports with equal facts are one vote. Groups of votes are joined from the best pair downwards while the mean of the
points between two groups is at least JOIN and nothing keeps them apart: a veto between two votes, two reports of one
article, two groups that people (or an imported data set) fixed. Ties are broken by digests of what the reports say.

Two groups are joined only if some pair of their votes has JOIN points, so the partition of a connected neighbourhood
depends on nothing outside it: working on the neighbourhood of a new report gives what working on everything would.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from events.codebook import Family
from events.facts import Facts
from events.matching import JOIN, PROPOSE, Comparison, compare

MARGIN = 0.25
"""Closer than this, two happenings that exclude each other fit a report equally well: a person decides."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the partition sees it. `article` and `root` (the first text of a reprint) only by equality.

    `fixed`: the event to which a person or an import assigned it. `digest` is `facts.digest()`.
    """

    report: int
    article: int | None
    root: int | None
    facts: Facts
    digest: bytes
    fixed: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Reports of one happening. `fixed`: the event that people gave it. `key` orders happenings, whatever their ids."""

    reports: tuple[int, ...]
    fixed: int | None
    key: bytes


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two reports that may tell of one happening and stand in two: a person is asked."""

    one: int
    other: int
    score: float
    reasons: dict[str, float]


@dataclass(frozen=True, slots=True)
class Partition:
    """What became of a set of reports."""

    happenings: tuple[Happening, ...]
    doubts: tuple[Doubt, ...]


@dataclass(slots=True)
class _Vote:
    """Reports that say the same."""

    facts: Facts
    digest: bytes
    told: list[Told]

    @property
    def roots(self) -> set[int]:
        return {t.root for t in self.told if t.root is not None}


@dataclass(slots=True)
class _Group:
    """Votes joined so far."""

    votes: list[int]
    articles: set[int]
    fixed: int | None
    key: bytes


@dataclass(slots=True)
class _Link:
    """What stands between two groups: the sum of points over the pairs, and whether they may be joined."""

    total: float = 0.0
    pairs: int = 0
    apart: bool = False
    impossible: bool = False

    @property
    def mean(self) -> float:
        return self.total / self.pairs if self.pairs else 0.0


def partition(reports: Iterable[Told]) -> Partition:
    """The happenings that a set of reports tells of, in order of what they say, and the pairs left to a person."""
    return _Partitioning(reports).run()


@dataclass(slots=True)
class _Partitioning:
    """One run. Links are kept under (smaller, larger) positions of groups."""

    reports: Iterable[Told]
    votes: list[_Vote] = field(default_factory=list)
    groups: dict[int, _Group] = field(default_factory=dict)
    links: dict[tuple[int, int], _Link] = field(default_factory=dict)
    compared: dict[tuple[int, int], Comparison] = field(default_factory=dict)

    def run(self) -> Partition:
        self._collect()
        self._compare()
        while (best := self._best()) is not None:
            rivals = self._rivals(best)
            if rivals:
                for pair in rivals:
                    self.links[pair].apart = True
                continue
            self._join(*best)
        return Partition(tuple(self._happenings()), tuple(self._doubts()))

    def _collect(self) -> None:
        """Votes and first groups: each vote alone, all fixed to one event together."""
        ordered = sorted(self.reports, key=lambda t: (t.fixed is None, t.fixed or 0, t.digest, t.report))
        by_core: dict[int, int] = {}
        by_digest: dict[tuple[int | None, bytes], int] = {}
        for told in ordered:
            vote = by_digest.get((told.fixed, told.digest))
            if vote is not None:
                self.votes[vote].told.append(told)
                group = self.groups[next(g for g, row in self.groups.items() if vote in row.votes)]
                group.articles |= {told.article} if told.article is not None else set()
                continue
            by_digest[told.fixed, told.digest] = vote = len(self.votes)
            self.votes.append(_Vote(told.facts, told.digest, [told]))
            articles = {told.article} if told.article is not None else set()
            core = by_core.get(told.fixed) if told.fixed is not None else None
            if core is not None:
                self.groups[core].votes.append(vote)
                self.groups[core].articles |= articles
            else:
                self.groups[vote] = _Group([vote], articles, told.fixed, told.digest)
                if told.fixed is not None:
                    by_core[told.fixed] = vote

    def _compare(self) -> None:
        names = sorted(self.groups)
        for n, one in enumerate(names):
            for other in names[n + 1 :]:
                self.links[one, other] = self._link(self.groups[one], self.groups[other])

    def _link(self, one: _Group, other: _Group) -> _Link:
        """What people joined may contradict itself: such a group is kept apart only by what vetoes all its votes."""
        link = _Link()
        vetoes = 0
        for a in one.votes:
            for b in other.votes:
                found = self._pair(a, b)
                if found.veto:
                    vetoes += 1
                else:
                    link.total += found.score
                    link.pairs += 1
                    link.apart |= found.held
        link.impossible = not link.pairs or bool(vetoes and one.fixed is None and other.fixed is None)
        both_fixed = one.fixed is not None and other.fixed is not None
        link.apart |= link.impossible or both_fixed or bool(one.articles & other.articles)
        return link

    def _pair(self, a: int, b: int) -> Comparison:
        pair = (min(a, b), max(a, b))
        if pair not in self.compared:
            one, other = self.votes[pair[0]], self.votes[pair[1]]
            self.compared[pair] = compare(one.facts, other.facts, copies=bool(one.roots & other.roots))
        return self.compared[pair]

    def _best(self) -> tuple[int, int] | None:
        """The pair of groups with the highest mean, at least JOIN; of equal ones the first by what they say."""
        open_ = [
            pair
            for pair, link in self.links.items()
            if not link.apart and link.mean >= JOIN and not self._told_as_two(*pair)
        ]
        return min(open_, key=self._rank, default=None)

    def _told_as_two(self, one: int, other: int) -> bool:
        """Several articles tell of talks, several others of what was signed there: two acts."""
        sides = [[self.votes[v] for v in self.groups[g].votes] for g in (one, other)]
        types = [{v.facts.type for v in votes} for votes in sides]
        settled = all(sum(len(v.told) for v in votes) > 1 for votes in sides)
        return settled and not types[0] & types[1] and all(t.family is Family.TALKS for t in types[0] | types[1])

    def _rank(self, pair: tuple[int, int]) -> tuple[float, bytes, bytes]:
        first, second = sorted((self.groups[pair[0]].key, self.groups[pair[1]].key))
        return -round(self.links[pair].mean, 6), first, second

    def _rivals(self, best: tuple[int, int]) -> list[tuple[int, int]]:
        """Where one of the two fits a third as well, and the third excludes the other: the pairs that are in doubt."""
        floor = max(self.links[best].mean - MARGIN, JOIN)
        for x, y in (best, best[::-1]):
            if self.groups[x].fixed is not None:
                continue
            rivals = [
                _key(x, z)
                for z in self.groups
                if z not in best
                and not self.links[_key(x, z)].apart
                and self.links[_key(x, z)].mean >= floor
                and self.links[_key(y, z)].apart
            ]
            if rivals:
                return [best, *rivals]
        return []

    def _join(self, one: int, other: int) -> None:
        """`other` becomes part of `one`; means over the pairs of their votes are added up."""
        mine, theirs = self.groups[one], self.groups.pop(other)
        mine.votes += theirs.votes
        mine.articles |= theirs.articles
        mine.fixed = mine.fixed if mine.fixed is not None else theirs.fixed
        mine.key = min(mine.key, theirs.key)
        del self.links[one, other]
        for third in self.groups:
            if third == one:
                continue
            gone = self.links.pop(_key(other, third))
            link = self.links[_key(one, third)]
            link.total += gone.total
            link.pairs += gone.pairs
            link.impossible |= gone.impossible
            both_fixed = mine.fixed is not None and self.groups[third].fixed is not None
            link.apart |= gone.apart or both_fixed

    def _happenings(self) -> Iterable[Happening]:
        for group in sorted(self.groups.values(), key=lambda g: g.key):
            reports = sorted(t.report for v in group.votes for t in self.votes[v].told)
            yield Happening(tuple(reports), group.fixed, group.key)

    def _doubts(self) -> Iterable[Doubt]:
        """Pairs of groups that nothing rules out and whose points on the mean reach PROPOSE: their best pair. Two
        that rest on no article were told apart by those who compiled them."""
        for (a, b), link in sorted(self.links.items()):
            shared = self.groups[a].articles & self.groups[b].articles
            told_apart = not self.groups[a].articles and not self.groups[b].articles
            if link.impossible or shared or told_apart or link.mean < PROPOSE:
                continue
            pairs = [(self._pair(v, w), v, w) for v in self.groups[a].votes for w in self.groups[b].votes]
            found, v, w = max(
                ((f, v, w) for f, v, w in pairs if not f.veto),
                key=lambda row: (row[0].score, self.votes[row[1]].digest, self.votes[row[2]].digest),
            )
            yield Doubt(self.votes[v].told[0].report, self.votes[w].told[0].report, found.score, found.reasons)


def _key(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def alike(one: Told, other: Told) -> Comparison:
    """What speaks for two reports telling of one happening."""
    return compare(one.facts, other.facts, copies=one.root is not None and one.root == other.root)


def linked(one: Told, other: Told) -> bool:
    """Whether two reports are of one neighbourhood: they may stand in one event, or say the very same."""
    return one.digest == other.digest or alike(one, other).joins


__all__: Sequence[str] = ["Doubt", "Happening", "Partition", "Told", "alike", "linked", "partition"]
