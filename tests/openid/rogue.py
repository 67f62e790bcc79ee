"""A provider that answers whatever a test wants it to: another subject, an old key, a wrong audience."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "kring", "only for tests"


def a_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Rogue:
    """What it says, and what it was told."""

    address: str
    key: rsa.RSAPrivateKey = field(default_factory=a_key)
    published: str = "now"
    signs_as: str = "now"
    algorithm: str = "RS256"
    says: dict[str, Any] = field(default_factory=dict)
    drops: tuple[str, ...] = ()
    issuer: str = ""
    keyless: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)

    def token(self) -> str:
        """The identity token: what a good one says, and then what the test changed in it."""
        now = int(time.time())
        good = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": "lotte-at-acm",
            "iat": now,
            "exp": now + 300,
            "auth_time": now,
        }
        told = {name: value for name, value in {**good, **self.says}.items() if name not in self.drops}
        if self.algorithm == "none":
            return jwt.encode(told, None, algorithm="none", headers={"kid": self.signs_as})
        key: Any = self.keyless or self.key
        return jwt.encode(told, key, algorithm=self.algorithm, headers={"kid": self.signs_as})

    def answer(self, path: str) -> dict[str, Any]:
        """What stands at an address."""
        if path.endswith("openid-configuration"):
            ends = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
            return {"issuer": self.issuer or self.address} | {name: self.address + end for name, end in ends.items()}
        if path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
            return {"keys": [{**public, "kid": self.published, "alg": "RS256", "use": "sig"}]}
        return {"access_token": "of no use", "token_type": "Bearer", "id_token": self.token()}


@contextmanager
def rogue() -> Iterator[Rogue]:
    """Answering on the loopback."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.say()

        def do_POST(self) -> None:
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            provider.asked.append({name: values[0] for name, values in sent.items()})
            self.say()

        def say(self) -> None:
            body = json.dumps(provider.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        provider = Rogue(f"http://127.0.0.1:{server.server_port}")
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield provider
        finally:
            server.shutdown()
