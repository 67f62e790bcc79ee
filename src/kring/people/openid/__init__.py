"""Signing in with a provider of OpenID Connect: ACM/IDM, and itsme through it."""
