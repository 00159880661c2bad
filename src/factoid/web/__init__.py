"""The web application: server-rendered, on loopback, without network or build step."""

from factoid.web.app import app_of, create_app
from factoid.web.serving import serve

__all__ = ["app_of", "create_app", "serve"]
