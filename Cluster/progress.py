"""How far the parts are, on stderr."""

import sys
import time

QUIET_SECONDS = 30


class Progress:
    """Redraws a line on a terminal; else writes one now and then."""

    def __init__(self, parts, done):
        self.parts, self.done_before, self.count, self.candidates = parts, done, done, 0
        self.begin = self.written = time.monotonic()
        self.is_terminal = sys.stderr.isatty()

    def done(self, candidates):
        self.count += 1
        self.candidates += candidates
        self.show()

    def show(self):
        now, is_last = time.monotonic(), self.count == self.parts
        is_first = self.count == self.done_before
        if not self.is_terminal and not is_last and not is_first and now - self.written < QUIET_SECONDS:
            return
        self.written = now
        text = f"parts {self.count} of {self.parts}"
        fresh = self.count - self.done_before
        if fresh:
            seconds = now - self.begin
            left = seconds / fresh * (self.parts - self.count)
            text += f", {self.candidates / max(seconds, 1e-3):.1f} candidates a second"
            text += "" if is_last else f", about {left // 60:.0f} min {left % 60:.0f} s left"
        begin, end = ("\r\033[K", "\n" if is_last else "") if self.is_terminal else ("", "\n")
        print(begin + text, end=end, file=sys.stderr, flush=True)
