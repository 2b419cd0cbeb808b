"""Runs a program and says how long it took and how much memory it had."""

import collections
import os
import shutil
import signal
import subprocess
import sys
import time

# A child counts the memory that its parent held when it started it: this Python's, or that of the
# small GNU time where there is one.
GNU_TIME = shutil.which("time")
if GNU_TIME and "GNU" not in subprocess.run([GNU_TIME, "--version"], capture_output=True,
                                            text=True).stdout:
    GNU_TIME = None

# Seconds of the wall clock, bytes of the peak, standard output.
Measure = collections.namedtuple("Measure", "wall memory said")


def measure(command, folder, patience):
    """LookupError where the program takes more than `patience` seconds."""
    command = [str(part) for part in command]
    program = [GNU_TIME, "-f", "%M", "-o", "memory.txt"] + command if GNU_TIME else command
    with open(folder / "said.txt", "wb") as said, open(folder / "complained.txt", "wb") as errors:
        begin = time.monotonic()
        process = subprocess.Popen(program, cwd=folder, stdout=said, stderr=errors,
                                   start_new_session=True)
        # wait4 knows no limit of time, so an alarm ends what takes too long.
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, patience)
        _, status, usage = os.wait4(process.pid, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    name = os.path.basename(command[0])
    if wall >= patience:
        raise LookupError(f"{name} was ended after {patience:.0f} s")
    if process.returncode:
        text = (folder / "complained.txt").read_text(errors="replace")[-2000:]
        sys.exit(f"this ended with {process.returncode}: {' '.join(command)}\n{text}")
    # Linux counts kibibytes, macOS bytes.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    if GNU_TIME:
        memory = int((folder / "memory.txt").read_text().split()[-1]) * 1024
    return Measure(wall, memory, (folder / "said.txt").read_text())
