"""EventBridge: whether an event matches a pattern is told, by moto's own matcher."""

import json

from moto.events.models import EventPattern
from moto.events.responses import EventsHandler


def test_event_pattern(self: EventsHandler) -> str:
    """https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html"""
    pattern = EventPattern.load(self._get_param("EventPattern"))
    event = json.loads(self._get_param("Event"))
    return json.dumps({"Result": pattern.matches_event(event)})


def repair() -> None:
    EventsHandler.test_event_pattern = test_event_pattern
