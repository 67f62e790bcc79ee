"""A small program that is only an OpenID provider (django-oauth-toolkit): what ACM/IDM is for Kring."""

import os
from pathlib import Path

DATA = Path(os.environ["OPENID_DATA"])
ADDRESS = os.environ["OPENID_ADDRESS"]

SECRET_KEY = "only for tests"  # nobody's
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "oauth2_provider",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "tests.openid.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "provider.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "/login/"
SESSION_COOKIE_NAME = "provider"  # a cookie knows no port: this one is on the same host as Kring
CSRF_COOKIE_NAME = "provider-form"
USE_TZ = True
OAUTH2_PROVIDER = {
    "OIDC_ENABLED": True,
    "OIDC_ISS_ENDPOINT": f"{ADDRESS}/o",
    "OIDC_RSA_PRIVATE_KEY": (DATA / "key.pem").read_text(encoding="ascii"),
    "PKCE_REQUIRED": True,
    "SCOPES": {"openid": "who you are"},
    "OAUTH2_VALIDATOR_CLASS": "tests.openid.claims.Levels",
}
