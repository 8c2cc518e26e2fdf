#!/usr/bin/env python3
"""Runs the page of a directory in headless Chromium, with the server that its sockets need, and
compares its results with the vectors, and with what the example of gloo-net says.

    browser.py DIRECTORY CHROMIUM
"""

import base64
import hashlib
import http.server
import json
import queue
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

LOOPBACK = "127.0.0.1"
DEADLINE = 600  # seconds, for the page
PATIENCE = 3  # seconds, for a frame of the browser's

# What the server does after the page has called `close()`: it answers with a payload, or not at all.
ANSWERS = {
    "client-4000-answer-1000": b"\x03\xe8theirs",
    "client-4000-answer-empty": b"",
    "client-4000-answer-1005": b"\x03\xed",
    "client-4000-drop": None,
}

# How the server ends a connection of the gloo-net example: with a payload, or without a frame.
GLOO_NET = {
    "code": b"\x0f\xa5session timed out",
    "no code": b"",
    "dropped": None,
    "bad gateway": b"\x03\xf6",
}


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def __init__(self, directory):
        self.directory = directory
        self.vectors = json.loads((directory / "chromium-close.json").read_text())
        self.results = queue.Queue()
        self.client_frames = {}
        self.gloo_net_frames = {}
        super().__init__((LOOPBACK, 0), Handler)

    def shutdown_request(self, request):
        self.close_request(request)  # no `shutdown` before: some cases end with a reset


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, request, address, server):
        super().__init__(request, address, server, directory=server.directory)

    def log_message(self, *_):
        pass

    def do_POST(self):
        results = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        self.server.results.put(json.loads(results))

    def do_GET(self):
        if "Sec-WebSocket-Key" not in self.headers:
            super().do_GET()
            return
        key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        accept = base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()
        self.wfile.write(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Accept: {accept}\r\n\r\n".encode()
        )
        self.close_connection = True
        self.connection.settimeout(PATIENCE)
        try:
            match urllib.parse.unquote(self.path).split("/")[1:]:
                case ["onclose", name]:
                    self.onclose(name)
                case ["gloo-net", "closed", name]:
                    self.echo(GLOO_NET[name])
                    if GLOO_NET[name] is not None:
                        self.receive_close()
                case ["gloo-net", "close", name]:
                    received = self.receive_close()
                    self.server.gloo_net_frames[name] = None if received is None else received.hex()
                    self.echo(received)
                case ["wire", code]:
                    self.send_close(int(code).to_bytes(2, "big"))
                    self.receive_close()
                case _:
                    self.echo(self.receive_close())
        except OSError:
            pass  # the browser was faster

    def onclose(self, name):
        """Plays the server of a case, and keeps the frames of the client."""
        sent = self.server.vectors["onclose"][name]["server_sent_hex"]
        received = None
        if sent is not None:
            self.wfile.write(bytes.fromhex(sent))
            if name == "code-1000-then-fin":
                self.connection.shutdown(socket.SHUT_WR)
            received = self.receive_close()
            if name == "code-4000-then-rst-late":
                time.sleep(0.05)
        elif name.startswith("client-"):
            received = self.receive_close()
        self.server.client_frames[name] = [] if received is None else [received.hex()]

        if name.startswith("client-"):
            self.echo(ANSWERS.get(name, received))
        if "-rst" in name:
            # With a linger time of zero, closing resets the socket.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def echo(self, payload):
        if payload is not None:
            self.send_close(payload)

    def send_close(self, payload):
        self.wfile.write(bytes([0x88, len(payload)]) + payload)

    def receive_close(self):
        """The payload of the Close frame, which is all that the page sends; None without one."""
        try:
            head = self.rfile.read(6)
            if len(head) < 6:
                return None
            masked = self.rfile.read(head[1] & 0x7F)
        except OSError:
            return None
        return bytes(byte ^ head[2 + i % 4] for i, byte in enumerate(masked))


def run_page(server, chromium):
    """The results of the page."""
    with socket.socket() as refusing, tempfile.TemporaryDirectory(
        ignore_cleanup_errors=True
    ) as profile:
        refusing.bind((LOOPBACK, 0))  # and never listens
        refused = f"{LOOPBACK}:{refusing.getsockname()[1]}"
        browser = subprocess.Popen(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={profile}/profile",
                f"http://{LOOPBACK}:{server.server_port}/index.html?refused={refused}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return server.results.get(timeout=DEADLINE)
        except queue.Empty:
            sys.exit(f"the page has no results after {DEADLINE} s")
        finally:
            browser.terminate()
            browser.wait()


def codes(spans):
    return (str(code) for first, last in spans for code in range(first, last + 1))


def name_of(outcome):
    """The exception of a call, recorded as an object, as its name, or as null."""
    return outcome["name"] if isinstance(outcome, dict) else outcome


def sweep(recorded):
    names = dict.fromkeys(codes(recorded["accepted"]))
    for name, spans in recorded["rejected"].items():
        names.update(dict.fromkeys(codes(spans), name))
    return names


def pick(recorded, *keys):
    return {key: recorded[key] for key in keys}


EVENT = ("code", "reason", "wasClean")
DOM = ("type", "bubbles", "cancelable", "composed", "isTrusted")
# What `new CloseEvent("close", …)` has of it. Our `CloseEvent` holds nothing of the DOM.
NEW = dict(zip(DOM, ("close", False, False, False, False)))


def expected(vectors):
    """The vectors in the form of the page's results: group, name of the case, outcome."""
    close = vectors["websocket_close_validation"]
    browser = {
        "state": close["state"],
        "full_sweep": sweep(close["full_sweep"]),
        "full_sweep_closed": sweep(close["full_sweep_closed"]),
        "connecting_sweep_of_rejected": {
            code: name for code, name in sweep(close["full_sweep"]).items() if name is not None
        },
        **pick(close, "connecting_socket", "open_socket", "second_call"),
    }
    for group in "code_coercion", "reason_mixed", "check_order":
        browser[group] = {case: name_of(outcome) for case, outcome in close[group].items()}
    browser["reason_lengths"] = {
        f"{case}: {repeats}": None if str(repeats) in accepted else name_of(outcome["first_rejected"])
        for case, outcome in close["reason_lengths"].items()
        for accepted in [set(codes(outcome["accepted_repeats"]))]
        for repeats in range(201)
    }
    browser["onclose"] = {
        case: pick(outcome["seen"], *EVENT) for case, outcome in vectors["onclose"].items()
    }
    wire = vectors["wire_sweep"]
    browser["wire_sweep"] = wire["other"] | {
        code: {"code": int(code), "reason": "", "wasClean": True}
        for code in codes(wire["passed_through_clean"])
    }
    ours = dict(browser)

    construct = dict(vectors["close_event"]["construct"])
    construct["reason of 200 a: length"] = construct["no dict"] | {"reason": "a" * 200}
    browser["construct"] = {
        case: outcome.get("threw") or pick(outcome, *EVENT, *DOM)
        for case, outcome in construct.items()
    }
    # If nothing was constructed, there is nothing to compare.
    events = {case: outcome for case, outcome in construct.items() if "threw" not in outcome}
    # Rust strings have no unpaired surrogates, and a `Reason` has at most 123 bytes.
    events["reason lone surrogate"] = events["no dict"] | {"reason": "a\ufffdb"}
    events["reason of 200 a: length"] = events["no dict"] | {"reason": "a" * 123}
    ours["construct"] = {case: pick(event, *EVENT) for case, event in events.items()}
    ours["construct_from_ours"] = {case: seen | NEW for case, seen in ours["construct"].items()}

    # Chromium distinguishes an empty reason from none; WHATWG and `check_browser_close` do not.
    ours["check_order"] = ours["check_order"] | {"undefined code + empty reason": None}

    return {"browser": browser, "ours": ours}


def gloo_net():
    """What the gloo-net example says it receives, what it refuses, and what it sends."""
    source = Path(__file__).parent.parent / "gloo-net/src/lib.rs"
    said = source.read_text().split("//! ```text\n")[1].split("//! ```\n")[0]
    lines = [line.removeprefix("//! ") for line in said.splitlines()]
    return {
        "closed": dict(zip(GLOO_NET, lines, strict=True)),
        "close": {"4009": None, "1001": "InvalidAccessError", "124 bytes": "SyntaxError"},
        # A socket that is dropped is closed without a code.
        "sent": {"4009": b"\x0f\xa9until tomorrow".hex(), "1001": "", "124 bytes": ""},
    }


def compare(expected, found):
    """Prints a line for each group and for each difference, and returns the number of differences."""
    total = 0
    for who in expected:
        cases = different = 0
        for group in sorted(expected[who].keys() | found[who].keys()):
            theirs, seen = expected[who].get(group, {}), found[who].get(group, {})
            names = theirs.keys() | seen.keys()
            wrong = [
                name
                for name in names
                if name not in theirs or name not in seen or theirs[name] != seen[name]
            ]
            print(f"{who:8} {group:29} {len(names) - len(wrong):7} of {len(names):7} equal")
            for name in sorted(wrong)[:20]:
                print(f"  {name}: expected {theirs.get(name)!a}, found {seen.get(name)!a}")
            cases, different = cases + len(names), different + len(wrong)
        print(f"{who:38} {cases - different:7} of {cases:7} equal")
        total += different
    return total


def main():
    directory, chromium = Path(sys.argv[1]), sys.argv[2]
    server = Server(directory)
    version = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    print(f"{version.stdout.split(' built')[0].strip()}, vectors of {server.vectors['browser']}")

    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = run_page(server, chromium)
    if "error" in found:
        sys.exit(f"the page failed: {found['error']}")

    theirs = expected(server.vectors)
    frames = {
        case: [frame["payload_hex"] for frame in outcome["client_frames"]]
        for case, outcome in server.vectors["onclose"].items()
        if outcome["client_frames"] is not None
    }
    theirs["browser"]["client_frames"] = frames
    found["browser"]["client_frames"] = server.client_frames
    theirs["gloo-net"] = gloo_net()
    found["gloo-net"]["sent"] = server.gloo_net_frames
    sys.exit(compare(theirs, found) > 0)


main()
