from __future__ import annotations

from models import models_are_loaded_once

__all__ = ["models_are_loaded_once"]
