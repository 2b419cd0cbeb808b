"""Many requests at once, and the end of the server after them."""

import concurrent.futures
import http.client
import json
import pathlib
import signal
import tempfile
import unittest
import urllib.parse

from server import Server, demo_folder

REQUESTS, AT_ONCE = 1000, 50
PATHS = (
    "/", "/page/page.js", "/api/v1/runs", "/api/v1/runs/run", "/api/v1/runs/run/places",
    "/api/v1/runs/run/municipalities/11002", "/api/v1/runs/run/sites/tribes-airport",
    "/api/v1/comparison?first=run&second=small")


class LoadTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.data = demo_folder(pathlib.Path(temporary.name) / "demo")

    def test_a_thousand_requests_at_fifty_at_once_and_a_clean_end(self):
        for name in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(name):
                server = Server(self.data)
                self.addCleanup(server.stop)
                host = urllib.parse.urlsplit(server.address).netloc
                with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
                    answers = list(pool.map(lambda part: self.ask(host, part), range(AT_ONCE)))
                self.assertEqual(sum(answers), REQUESTS)
                self.assertEqual(server.stop(name), 0)
                self.assertEqual(server.said[1].count("rror"), 0, server.said[1])

    def ask(self, host, part):
        """One of the fifty: its share of the requests, on one connection."""
        connection = http.client.HTTPConnection(host, timeout=120)
        right = 0
        for number in range(part, REQUESTS, AT_ONCE):
            path = PATHS[number // AT_ONCE % len(PATHS)]
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            if path.startswith("/api"):
                json.loads(body)
            right += answer.status == 200 and int(answer.headers["Content-Length"]) == len(body)
        # Left open: the server closes what is idle when it ends.
        self.kept = getattr(self, "kept", []) + [connection]
        return right

    def tearDown(self):
        for connection in getattr(self, "kept", []):
            connection.close()


if __name__ == "__main__":
    unittest.main()
