"""Every knob is an environment variable, read once, here; a wrong value stops the start with a sentence about it.

Without DATABASE_URL and REDIS_URL the embedded services are used (config/embedded.py).
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import structlog
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import Env, EnvError

from config import embedded

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

WITHOUT_SERVICES = {"up", "makemigrations", "makemessages", "compilemessages", "collectstatic", "help", "version"}
"""Commands that start no embedded service: they need none, or (`up`) start them themselves."""

try:
    ISC_HOME = Path(env.str("ISC_HOME", str(BASE_DIR / "var"))).absolute()
    DATABASE_URL = env.str("DATABASE_URL", "")
    REDIS_URL = env.str("REDIS_URL", "")
    EMBEDDED = env.bool("ISC_EMBEDDED", not (DATABASE_URL and REDIS_URL))
    if not (DATABASE_URL and REDIS_URL):
        if not WITHOUT_SERVICES.intersection(sys.argv[1:2]):
            embedded.ensure(ISC_HOME, database=not DATABASE_URL, redis=not REDIS_URL)
        urls = embedded.planned_urls(ISC_HOME)
        DATABASE_URL, REDIS_URL = DATABASE_URL or urls["DATABASE_URL"], REDIS_URL or urls["REDIS_URL"]

    DEBUG = env.bool("DEBUG", False)
    SECRET_KEY = env.str("SECRET_KEY", "") or (embedded.secret_key(ISC_HOME) if EMBEDDED else "")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
    CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
    HTTPS = env.bool("HTTPS", False)
    ISC_DEMO = env.bool("ISC_DEMO", False)
    PUBLIC_READ = env.bool("PUBLIC_READ", EMBEDDED)
    FETCH_ALLOW = env.list("FETCH_ALLOW", [])
    FETCH_CONTACT = env.str("FETCH_CONTACT", "")
    HOST_SPACING_SECONDS = env.float("HOST_SPACING_SECONDS", 1.0)
    LEASE_SECONDS = env.int("LEASE_SECONDS", 90)
    SWEEP_SECONDS = env.float("SWEEP_SECONDS", 10.0)
    POLL_SECONDS = env.float("POLL_SECONDS", 30.0)
    MAX_ATTEMPTS = env.int("MAX_ATTEMPTS", 4)
    PAGE_KEEP_DAYS = env.int("PAGE_KEEP_DAYS", 30)
    PROMISE_OVERDUE_DAYS = env.int("PROMISE_OVERDUE_DAYS", 30)
    PUBLISH_CONFIDENCE = env.float("PUBLISH_CONFIDENCE", 0.8)
    SECOND_OPINION_URL = env.str("SECOND_OPINION_URL", "")
    SECOND_OPINION_MODEL = env.str("SECOND_OPINION_MODEL", "")
    SECOND_OPINION_KEY = env.str("SECOND_OPINION_KEY", "")
    SECOND_OPINION_SECONDS = env.float("SECOND_OPINION_SECONDS", 30.0)
    LOG_LEVEL = env.str("LOG_LEVEL", "INFO").upper()
    STATIC_ROOT = Path(env.str("STATIC_ROOT", str(ISC_HOME / "static")))
    CONN_MAX_AGE = env.int("CONN_MAX_AGE", 60)
    HASHED_STATIC = env.bool("HASHED_STATIC", True)
except EnvError as error:
    raise ImproperlyConfigured(f"environment: {error}") from error
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY must be set when DATABASE_URL and REDIS_URL are (50 random characters)")
for name, value, least in (
    ("LEASE_SECONDS", LEASE_SECONDS, 1),
    ("MAX_ATTEMPTS", MAX_ATTEMPTS, 1),
    ("PROMISE_OVERDUE_DAYS", PROMISE_OVERDUE_DAYS, 0),
):
    if value < least:
        raise ImproperlyConfigured(f"{name} must be at least {least}, not {value}")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "config",
    "accounts",
    "events",
    "ingest",
    *(["demo"] if ISC_DEMO else []),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    },
]

DATABASES = {
    "default": {
        **embedded.database_settings(DATABASE_URL),
        "CONN_MAX_AGE": CONN_MAX_AGE,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3, "application_name": "isc"},
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Baghdad"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
CELERY_BROKER_URL = embedded.broker_url(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "visibility_timeout": 600,
    "queue_order_strategy": "priority",
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = False
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 45
CELERY_TASK_TIME_LIMIT = 60
CELERY_TASK_DEFAULT_QUEUE = "fetch"
CELERY_TASK_ROUTES = {
    "ingest.tasks.extract_entries": {"queue": "extract"},
    "ingest.tasks.code_entries": {"queue": "extract"},
    "ingest.tasks.recode_texts": {"queue": "slow"},
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "ingest.tasks.sweep", "schedule": SWEEP_SECONDS},
    "poll due feeds": {"task": "ingest.tasks.poll_due_feeds", "schedule": POLL_SECONDS},
    "housekeeping": {"task": "ingest.tasks.housekeeping", "schedule": 3600.0},
}

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(ensure_ascii=False),
            "foreign_pre_chain": [
                structlog.stdlib.add_logger_name,
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.processors.format_exc_info,
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {"django.server": {"handlers": ["stderr"], "propagate": False}},
}
