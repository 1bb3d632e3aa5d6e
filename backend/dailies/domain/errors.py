"""Every way the studio says no.

DailiesError
├── InvalidInput      the request itself is wrong (HTTP 422)
├── NotFound          no such thing, or not yours (404)
├── NotSignedIn       no valid session (401)
├── Forbidden         signed in, but not allowed (403)
├── Conflict          right request, wrong moment (409)
│   └── RevisionConflict   the project changed since it was read
├── PaymentRequired   the budget does not allow it (402)
├── TooManyRequests   slow down (429)
└── ProviderError     a vendor failed; carries whether money may have gone (502)
"""

from __future__ import annotations


class DailiesError(Exception):
    """Base of the tree. ``code`` is stable and part of the public interface; ``str(error)`` is a
    sentence for people."""

    code = "error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class InvalidInput(DailiesError):
    """The request itself is wrong; sending it again will not help."""

    code = "invalid_input"


class NotFound(DailiesError):
    """There is no such thing, or it belongs to somebody else: the answer is the same."""

    code = "not_found"


class NotSignedIn(DailiesError):
    """No valid session or token came with the request."""

    code = "not_signed_in"


class Forbidden(DailiesError):
    """Signed in, but this is not allowed."""

    code = "forbidden"


class Conflict(DailiesError):
    """The request is fine, but the project is not in a state for it."""

    code = "conflict"


class RevisionConflict(Conflict):
    """The project changed since the caller read it."""

    code = "revision_conflict"


class PaymentRequired(DailiesError):
    """The budget does not cover the price."""

    code = "budget_exceeded"


class TooManyRequests(DailiesError):
    """Too many requests in too short a time."""

    code = "too_many_requests"


class ProviderError(DailiesError):
    """A vendor failed.

    ``charged``: False when it is certain that nothing was charged, None when it is not known.
    ``retryable``: whether the same request may succeed later.
    """

    code = "provider_failed"

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        charged: bool | None = False,
        retryable: bool = True,
    ) -> None:
        super().__init__(message, code=code)
        self.charged = charged
        self.retryable = retryable
