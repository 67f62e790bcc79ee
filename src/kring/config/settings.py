"""Configuration: from the environment only, each value also as NAME_FILE.  At most 200 lines (house.md 5)."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.urls import reverse_lazy

from kring.config import environment, openid

ROOT = Path(__file__).resolve().parents[3]

# -- who we are, where we run ------------------------------------------------------------------------------------------
KRING_DEMO = environment.value("KRING_DEMO", "") == "1"
KRING_PRACTICE = KRING_DEMO
KRING_EXIT_TO = environment.value("KRING_EXIT_TO", "https://www.meteo.be/nl")
SECRET_KEY = environment.value("KRING_SECRET_KEY")
FIELD_KEYS = environment.keys("KRING_FIELD_KEYS")
LOG_KEY = environment.key("KRING_LOG_KEY")
ANCHOR = environment.value("KRING_ANCHOR")
ALLOWED_HOSTS = environment.value("KRING_HOSTS").split(",")
LOOPBACK_ONLY = all(host in {"127.0.0.1", "localhost", "testserver"} for host in ALLOWED_HOSTS)
KRING_ADDRESS = environment.value("KRING_ADDRESS", f"http{'' if LOOPBACK_ONLY else 's'}://{ALLOWED_HOSTS[0]}/")
DEBUG = False

# -- rooms -------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "kring.kit",
    "kring.audit",
    "kring.people",
    "kring.dossier",
    "kring.access",
    "kring.circle",
    "kring.journal",
    "kring.rights",
    "kring.moments",
    "kring.agreements",
    "kring.loyalty",
    "kring.seeking",
    "kring.endings",
    "kring.support",
    "kring.portals",
    "kring.public",
    *(["kring.demo"] if KRING_DEMO else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton.apps.SimpleAppConfig",  # our own loader, below
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kring.kit.browser.keeps_nothing",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kring.people.presence.Presence",
    "kring.access.scope.each_request",
    "kring.people.devices.remembers",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "kring.config.urls"
WSGI_APPLICATION = "kring.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "kring.kit.folding.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "kring.kit.templatetags.days"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kring.kit.pages.place",
            ],
        },
    }
]
COTTON_ISOLATE_BY_DEFAULT = True
FORM_RENDERER = "kring.kit.renderer.KitRenderer"
CSRF_FAILURE_VIEW = "kring.people.other_tab.refused"

# -- rows --------------------------------------------------------------------------------------------------------------
DATABASES = {"default": environment.database(environment.value("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"  # only for libraries: our own keys are UUIDv7
SILENCED_SYSTEM_CHECKS: list[str] = []

# -- people ------------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "kring.people.passwords.LongOrSecondFactor"},
    {"NAME": "kring.people.passwords.EnoughToGuess"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "kring.people.adapters.Accounts"
MFA_ADAPTER = "kring.people.adapters.SecondFactors"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the other devices are signed out: kring.people.adapters
# Tries are counted per account and browser, in the database: kring.people.acts.attempts.
ACCOUNT_RATE_LIMITS = dict.fromkeys(("login", "login_failed", "reset_password", "reauthenticate"))
ACCOUNT_FORMS = {"reset_password": "kring.people.forms.ways_in.Forgotten"}
MFA_FORMS = {
    "authenticate": "kring.people.forms.ways_in.SecondStep",
    "reauthenticate": "kring.people.forms.ways_in.SecondStepAgain",
    "login_webauthn": "kring.people.forms.passkeys.ComingIn",
    "authenticate_webauthn": "kring.people.forms.passkeys.Beside",
    "reauthenticate_webauthn": "kring.people.forms.passkeys.OnceMore",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if LOOPBACK_ONLY else 1  # else all of the world shares one limit: the proxy's
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a finger, a face or a PIN: holding the key is not enough
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}  # nothing to guess; a whole facility has one address
OPENID = openid.providers()
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OPENID}}
SOCIALACCOUNT_ADAPTER = "kring.people.openid.accounts.Providers"
MFA_TOTP_ISSUER = "Kring"
MFA_TOTP_TOLERANCE = 1  # one step each way (RFC 6238, 5.2): a code that turns over while somebody types is not wrong
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts are made by the organisation: nobody signs up with an address of another

KRING_COOKIES = "" if LOOPBACK_ONLY else "__Host-"  # of this host alone: no other name of the domain can set one
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = f"{KRING_COOKIES}kring"
SESSION_ENGINE, SESSION_SERIALIZER = "kring.kit.sessions", "kring.kit.sessions.Closed"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME, CSRF_COOKIE_HTTPONLY = f"{KRING_COOKIES}kring-form", True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # names never travel in a cookie

# -- words -------------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl-be"
LOCALE_PATHS = [ROOT / "locale"]
LANGUAGES = environment.languages(LOCALE_PATHS[0])  # a catalogue more is a language more
LANGUAGE_COOKIE_NAME, LANGUAGE_COOKIE_HTTPONLY = f"{KRING_COOKIES}kring-words", True
TIME_ZONE, USE_TZ = "Europe/Brussels", True

# -- files and mail ----------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = environment.value("KRING_STATIC", str(ROOT / "var" / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "kring.config.storage.Static"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
EMAIL_BACKEND = environment.value("KRING_MAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = environment.value("KRING_MAIL_HOST", "127.0.0.1")
EMAIL_PORT = int(environment.value("KRING_MAIL_PORT", "25"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.value("KRING_MAIL_FROM", "bericht@localhost")

# -- the browser -------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *openid.origins(OPENID)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOOPBACK_ONLY
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if not LOOPBACK_ONLY else None
SECURE_HSTS_SECONDS = 0 if LOOPBACK_ONLY else 31_536_000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOOPBACK_ONLY

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
