from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users; imported by nobody but config."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
