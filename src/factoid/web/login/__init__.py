"""Logging in by a login service: OpenID Connect, the authorization code with PKCE."""

from factoid.web.login.provider import NotVouched, Provider, ServiceFails
from factoid.web.login.settings import LoginService, login_service_in

__all__ = ["LoginService", "NotVouched", "Provider", "ServiceFails", "login_service_in"]
