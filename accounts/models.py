"""Users."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who reads, corrects or administers. Our own from the first day, so that it can grow."""
