"""Sends files to the workers that ask for them."""

import queue
import threading
import time

import antenne_worker

CHUNK_BYTES = 4 << 20
# Workers that start together ask together, and are sent each chunk in one message.
GATHER_SECONDS = 0.3


class Shipping:
    """A thread that answers workers, those too that join or come back later."""

    def __init__(self, client, name, paths):
        self.client, self.name, self.paths = client, name, paths
        self.asked = queue.Queue()
        self.thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self.client.subscribe_topic(self.name, lambda event: self.asked.put(event[1]))
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.client.unsubscribe_topic(self.name)
        self.asked.put(None)
        self.thread.join()

    def _serve(self):
        while True:
            requests = [self.asked.get()]
            time.sleep(GATHER_SECONDS)
            while not self.asked.empty():
                requests.append(self.asked.get())
            if None in requests:
                return
            workers = {}
            for request in requests:
                for sha256 in request["needs"]:
                    workers.setdefault(sha256, set()).add(request["worker"])
            for sha256, takers in sorted(workers.items()):
                if sha256 in self.paths:
                    self._ship(sha256, sorted(takers))

    def _ship(self, sha256, takers):
        """One file to some workers; one that has it already, or is gone, is sent no more."""
        with open(self.paths[sha256], "rb") as file:
            offset, data = 0, file.read(CHUNK_BYTES)
            while takers:
                following = file.read(CHUNK_BYTES)
                answers = self.client.run(
                    antenne_worker.put, self.name, sha256, offset, data, not following,
                    workers=takers, on_error="return")
                takers = [worker for worker in takers if answers.get(worker) is True]
                offset, data = offset + len(data), following
                if not data:
                    return
