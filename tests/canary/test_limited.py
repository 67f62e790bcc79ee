"""In which state of the place, and as whom, the bench reads: what it was told, and nothing that is not there."""

import pytest

from bench.canaries import STATES, limits


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_said_in_its_own_words_with_and_without_people(state: str) -> None:
    alone, with_people = ["--state", *state.split()], ["--of", "rita,wilma", "--state", state]
    assert limits(alone) == {"KRING_CANARIES_STATE": state}
    assert limits(with_people) == {"KRING_CANARIES_STATE": state, "KRING_CANARIES_OF": "rita,wilma"}
    assert limits([*alone, "--of", "rita"]) == {"KRING_CANARIES_STATE": state, "KRING_CANARIES_OF": "rita"}


def test_nothing_said_is_everything_and_a_state_that_is_none_stops_it() -> None:
    """Else nothing would be read, and nothing read looks like nothing leaked."""
    assert limits([]) == {}
    for wrong in ("of", "open", ""):
        with pytest.raises(SystemExit):
            limits(["--state", wrong])
