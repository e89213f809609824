"""A stand-in for a language model's server: answers as recorded, and keeps what it was sent."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Script:
    """What the server answers: a status, a body, and how long it takes; `sent` are path, headings and body."""

    body: bytes = b""
    status: int = 200
    delay_s: float = 0.0
    sent: list[tuple[str, dict, dict]] = field(default_factory=list)

    def says(self, content: object) -> None:
        """The next answers are a chat completion with this content (JSON where it is no text)."""
        text = content if isinstance(content, str) else json.dumps(content)
        self.body = json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


@contextmanager
def serving(script: Script) -> Iterator[str]:
    """The address of a server that follows the script."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            script.sent.append((self.path, dict(self.headers), json.loads(body)))
            time.sleep(script.delay_s)
            try:
                self.send_response(script.status)
                self.send_header("Content-Length", str(len(script.body)))
                self.end_headers()
                self.wfile.write(script.body)
            except OSError:  # whoever asked has gone
                self.close_connection = True

        def log_message(self, *_words):
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
