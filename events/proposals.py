"""Persons in office whom the registry does not know: proposed by the machine, taken in or declined by an editor."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models.functions import Now
from django.utils.text import slugify

from events.codebook import BAGHDAD, ActorKind, DatePrecision
from events.models import Actor, Alias, ArticleText, Office, ProposedActor, Role


def propose(text: ArticleText, name: str, office: str, sentence: str) -> ProposedActor | None:
    """Note a person once per office. `office`: the registry's id; None where that office is not in the registry."""
    row = Office.objects.filter(code=office).first()
    if row is None:
        return None
    seen = text.published.astimezone(BAGHDAD).date() if text.published else None
    found, _ = ProposedActor.objects.get_or_create(
        name=name[:300], office=row, defaults={"text": text, "sentence": sentence, "seen": seen}
    )
    return found


def accept(proposal: ProposedActor, author: AbstractBaseUser) -> Actor:
    """Take the person in, in office from the day of the article; who held it until then, without an end, ends there."""
    with transaction.atomic():
        proposal = ProposedActor.objects.select_for_update().get(pk=proposal.pk)
        if proposal.status != ProposedActor.Status.OPEN:
            raise ValueError("already decided")
        org, arabic = proposal.office.org, not proposal.name.isascii()
        actor = Actor.objects.create(
            code=_code(proposal),
            kind=ActorKind.PERSON,
            side=org.side,
            name_en=proposal.name,
            name_ar=proposal.name if arabic else "",
            parent=org,
            note=f"proposed by the coder from {proposal.text.article.url}",
        )
        Alias.objects.create(actor=actor, lang="ar" if arabic else "en", text=proposal.name)
        if proposal.seen is not None:
            Role.objects.filter(office=proposal.office, end=None, start__lt=proposal.seen).update(
                end=proposal.seen, end_precision=DatePrecision.DAY
            )
        Role.objects.create(
            person=actor,
            office=proposal.office,
            start=proposal.seen,
            start_precision=DatePrecision.DAY,
            last_seen=proposal.seen,
        )
        _decide(proposal, ProposedActor.Status.ACCEPTED, author, actor)
        return actor


def decline(proposal: ProposedActor, author: AbstractBaseUser) -> None:
    """Keep the person out; the same name is not proposed for that office again."""
    _decide(proposal, ProposedActor.Status.DECLINED, author, None)


def _decide(proposal: ProposedActor, status: str, author: AbstractBaseUser, actor: Actor | None) -> None:
    ProposedActor.objects.filter(pk=proposal.pk).update(status=status, actor=actor, decided_by=author, decided_at=Now())


def _code(proposal: ProposedActor) -> str:
    wanted = f"p_{slugify(proposal.name).replace('-', '_') or f'proposed_{proposal.pk}'}"[:70]
    return wanted if not Actor.objects.filter(code=wanted).exists() else f"{wanted}_{proposal.pk}"
