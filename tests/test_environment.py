"""Kring does not start with a key that everybody has, and runs on the fastest Python that is there."""

import sys
from base64 import b64encode
from pathlib import Path

import pytest

from bench import _quickest
from kring.config import environment

WHOLE = b64encode(bytes(range(32))).decode()


@pytest.mark.parametrize("secret", ["", "x", WHOLE[:-5], f"{WHOLE} {WHOLE}", WHOLE.replace("=", "!")])
def test_what_is_not_a_key_is_said_without_being_told(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.delenv("KRING_LOG_KEY_FILE", raising=False)
    monkeypatch.setenv("KRING_LOG_KEY", secret)
    with pytest.raises(environment.NotAKeyError) as told:
        environment.key("KRING_LOG_KEY")
    assert "KRING_LOG_KEY" in str(told.value)
    assert WHOLE[:9] not in str(told.value)


@pytest.mark.parametrize("named", ["", "k1", "k1:", "k1:x", f"k1:{WHOLE} k0:", WHOLE])
def test_every_key_of_the_fields_is_a_key(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.delenv("KRING_FIELD_KEYS_FILE", raising=False)
    monkeypatch.setenv("KRING_FIELD_KEYS", named)
    with pytest.raises(environment.NotAKeyError):
        environment.keys("KRING_FIELD_KEYS")


def test_an_empty_file_is_not_a_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("\n", encoding="ascii")
    monkeypatch.setenv("KRING_LOG_KEY_FILE", str(tmp_path / "key"))
    with pytest.raises(environment.NotAKeyError):
        environment.key("KRING_LOG_KEY")


def test_a_whole_key_is_taken_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KRING_LOG_KEY_FILE", "KRING_FIELD_KEYS_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KRING_LOG_KEY", WHOLE)
    monkeypatch.setenv("KRING_FIELD_KEYS", f"k2:{WHOLE} k1:{WHOLE}")
    assert environment.key("KRING_LOG_KEY") == WHOLE
    assert list(environment.keys("KRING_FIELD_KEYS")) == ["k2", "k1"]


def test_of_two_pythons_the_faster_one_is_taken_and_hardly_faster_is_not() -> None:
    """Who comes first in the path of this machine stays: a clock flickers."""
    first = (1.0, "/here/python")
    assert _quickest.quickest([first, (0.7, "/there/python")]) == "/there/python"
    assert _quickest.quickest([first, (0.95, "/there/python")]) == "/here/python"
    assert _quickest.quickest([]) == sys.executable


def test_every_python_that_is_weighed_has_the_version_of_this_one_and_says_where_it_stands() -> None:
    assert _quickest.paths()[0] == sys.executable
    told = _quickest.tried(sys.executable)
    assert told is not None
    assert told[0] > 0
    assert Path(told[1]).samefile(sys.executable)
    assert _quickest.tried("/bin/false") is None
