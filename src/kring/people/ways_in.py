"""The addresses of signing in that Kring uses; what the library offers beyond these does not exist here."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

from kring.kit.pages import not_found
from kring.people.leaving import leaves_nothing
from kring.people.presence import opens_locked
from kring.people.views import from_mail, openid

urlpatterns = [
    path("in/", account.login, name="account_login"),
    # Closed by the adapter; the mail to an address that we do not know asks for its name.
    path("up/", account.signup, name="account_signup"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("out/", opens_locked(leaves_nothing(account.logout)), name="account_logout"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    # A first password comes with the welcome link, never from a page that stands open.
    path("password/first/", not_found, name="account_set_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    # A regular expression, because the key of the link has a dash of its own.
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        from_mail.chosen,
        name="account_reset_password_from_key",
    ),
    path("password/new/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    # The library turns these two round by their names.
    path("openid/<slug:provider_id>/", openid.begin, name="openid_connect_login"),
    path("openid/<slug:provider_id>/back/", openid.answered, name="openid_connect_callback"),
    path("openid/<slug:provider_id>/again/", openid.again, name="openid_again"),
    path("openid/<slug:provider_id>/first/", openid.first, name="openid_first"),
    path("openid/<slug:provider_id>/link/", openid.link, name="openid_link"),
    path("openid/<slug:provider_id>/unlink/", openid.unlink, name="openid_unlink"),
    path("linked/", openid.linked, name="openid_linked"),
    path("second/", mfa.index, name="mfa_index"),
    path("second/code/", mfa.authenticate, name="mfa_authenticate"),
    # The other pages of passkeys are our own: `ways.py`.
    path("passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkey/again/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("second/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]
