"""The web application: server-rendered, without build step, and with no request to another server."""

from factoid.web.app import app_of, create_app
from factoid.web.serving import serve

__all__ = ["app_of", "create_app", "serve"]
