"""A web server on this machine that does to its visitor what a test tells it to."""

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("site.test.pem")
LOOPBACK = "127.0.0.1"
# What is written to the visitor, piece by piece.
Answer = Callable[["Server"], Iterator[bytes]]


class Server:
    """Answers each path with what ``pages`` says of it; keeps what was asked in ``asked``."""

    def __init__(self, *, safe: bool = False) -> None:
        self.pages: dict[str, bytes | Answer] = {}
        self.asked: list[bytes] = []
        self.closing = threading.Event()
        self._safe = safe
        self._socket = socket.create_server((LOOPBACK, 0))
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    def address(self, path: str = "/", host: str = "site.test") -> str:
        return f"http{'s' if self._safe else ''}://{host}:{self.port}{path}"

    def close(self) -> None:
        if self.closing.is_set():
            return
        self.closing.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self._threads.append(threading.Thread(target=self._answer, args=(visitor,)))
                self._threads[-1].start()

    def _answer(self, visitor: socket.socket) -> None:
        with suppress(OSError), self._secured(visitor) as talk:
            request = b""
            while b"\r\n\r\n" not in request and (part := talk.recv(4096)):
                request += part
            head, _, body = request.partition(b"\r\n\r\n")
            announced = re.search(rb"\r\ncontent-length: (\d+)", head, re.IGNORECASE)
            while announced and len(body) < int(announced[1]) and (part := talk.recv(4096)):
                body += part
            request = head + b"\r\n\r\n" + body
            self.asked.append(request)
            path = request.split(b" ")[1].decode()
            page = self.pages[path]
            for piece in (page,) if isinstance(page, bytes) else page(self):
                talk.sendall(piece)

    @contextmanager
    def _secured(self, visitor: socket.socket) -> Iterator[socket.socket]:
        with visitor:
            if not self._safe:
                yield visitor
                return
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            with context.wrap_socket(visitor, server_side=True) as talk:
                yield talk


def page(body: bytes = b"<p>Words.</p>", *headers: str, status: str = "200 OK") -> bytes:
    """Return an answer that tells its length truly."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(location: str, status: int = 302) -> bytes:
    return page(b"", f"Location: {location}", status=f"{status} Elsewhere")
