"""The stand-in: vendors on this machine.

It speaks the wire protocols of OpenAI and Replicate, answers with the rehearsal artists, keeps a bill by the
vendors' list prices, refuses what they refuse, and fails on request in every way they are known to fail.
Nothing of the studio above the rehearsal artists is used: its registry, its prices and its adapters are what
the stand-in is there to check.

- ``app``: ``create_app(settings)``; ``server``: ``serve`` and ``running_standin``
- ``/openai/v1``, ``/ollama/v1`` (a lenient compatible server), ``/replicate/v1``, ``/delivery``, ``/standin``
"""
