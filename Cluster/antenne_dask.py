#!/usr/bin/env python3
"""Ranks candidate sites on a Dask cluster, with the same bytes as `antenne sites` on one machine.

    antenne_dask.py scenario.yaml candidates.csv --scheduler tcp://HOST:8786 --antenne PROGRAM --out R.csv
    antenne_dask.py scenario.yaml candidates.csv --local 4 --antenne PROGRAM --out R.csv

Cuts the candidates into parts, ships the program and every file of the scenario to the workers,
computes each part there with `antenne sites --rows`, and merges. Parts that are done are kept in
--work: the same command goes on where it was stopped. Exit codes are those of `antenne`.
"""

import argparse
import contextlib
import pathlib
import shutil
import signal
import sys

import cloudpickle
import distributed

import antenne_worker
import worker_files
from antenne_inputs import Failure, Program, Tree
from antenne_job import Job
from antenne_shipping import Shipping
from progress import Progress

PART_LIMIT = 10_000
PARTS_PER_THREAD = 4


def compute(client, job, plugin):
    """Has all open parts computed."""
    for module in (antenne_worker, worker_files):
        cloudpickle.register_pickle_by_value(module)
    open_parts = job.open_parts()
    progress = Progress(len(job.parts), len(job.parts) - len(open_parts))
    client.register_plugin(plugin)
    with Shipping(client, plugin.name, job.tree.paths):
        futures = {
            client.submit(
                antenne_worker.compute, plugin.name, job.parts.index(part), part.read_bytes(),
                key=f"{plugin.name}-{part.stem}", pure=False, retries=2): part
            for part in open_parts
        }
        try:
            progress.show()
            for future in distributed.as_completed(futures):
                part = futures[future]
                job.keep(part, answer_of(part, future))
                progress.done(rows_of(part))
                future.release()
        finally:
            # Where the cluster itself is gone there is nothing to clear up.
            with contextlib.suppress(Exception):
                client.cancel(list(futures))
                client.run(antenne_worker.stop, plugin.name, on_error="ignore")
                client.unregister_worker_plugin(plugin.name)


def rows_of(part):
    return max(0, part.read_bytes().count(b"\n") - 1)


def answer_of(part, future):
    error = future.exception()
    if isinstance(error, distributed.scheduler.KilledWorker):
        raise Failure(70, f"{part.stem}: every worker that took it died")
    if error is not None:
        raise Failure(70, f"{part.stem}: {error}")
    answer = future.result()
    if answer["status"] != 0:
        raise Failure(
            answer["status"], f"{part.stem}, on {answer['worker']}: {answer['errors'].strip()}")
    return answer


@contextlib.contextmanager
def connected(arguments, folder):
    """A client of the scheduler, or of workers of our own."""
    if arguments.local is None:
        with distributed.Client(arguments.scheduler, timeout="30s") as client:
            client.wait_for_workers(1, timeout=arguments.patience)
            yield client
        return
    with distributed.LocalCluster(
            n_workers=arguments.local, threads_per_worker=1, processes=True, memory_limit=0,
            dashboard_address=None, local_directory=str(folder)) as cluster:
        with distributed.Client(cluster) as client:
            yield client


def parsed():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario")
    parser.add_argument("candidates")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster, such as tcp://HOST:8786")
    where.add_argument("--local", type=int, metavar="N", help="N worker processes here instead")
    parser.add_argument(
        "--parts", type=int, metavar="N",
        help=f"how many parts (default: {PARTS_PER_THREAD} for each thread of the workers)")
    parser.add_argument("--antenne", required=True, metavar="PROGRAM", help="the static binary")
    parser.add_argument("--out", required=True, metavar="R.csv", help="the ranking to write")
    parser.add_argument(
        "--work", metavar="DIR",
        help="where parts are kept, and stay (default: beside --out until it is there)")
    parser.add_argument(
        "--copy", action="store_true",
        help="ship files to workers that would find them on a shared file system too")
    parser.add_argument(
        "--libraries", action="store_true",
        help="ship the program's shared libraries too, to workers that lack them")
    parser.add_argument(
        "--patience", type=int, default=600, metavar="SECONDS",
        help="how long to wait for a first worker, and workers for bytes (default: 600)")
    arguments = parser.parse_args()
    if arguments.local is not None and arguments.local < 1:
        parser.error("--local takes 1 or more")
    if arguments.parts is not None and not 1 <= arguments.parts <= PART_LIMIT:
        parser.error(f"--parts takes 1 to {PART_LIMIT}")
    return arguments


def run(arguments):
    program = Program(arguments.antenne)
    tree = Tree(
        program, arguments.scenario, arguments.candidates, is_shared=not arguments.copy,
        has_libraries=arguments.libraries)
    work = pathlib.Path(arguments.work or arguments.out + ".work")
    work.mkdir(parents=True, exist_ok=True)
    with connected(arguments, work / "workers") as client:
        threads = sum(client.nthreads().values())
        count = arguments.parts or min(PART_LIMIT, max(1, PARTS_PER_THREAD * threads))
        job = Job(program, tree, arguments.candidates, count, work)
        if job.open_parts():
            compute(client, job, tree.plugin(job.name, arguments.patience))
    job.merge(arguments.out)
    if arguments.work is None:
        shutil.rmtree(work)


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        run(parsed())
    except Failure as failure:
        print(f"antenne_dask: {failure}", file=sys.stderr)
        sys.exit(failure.status)
    except (OSError, TimeoutError) as error:
        print(f"antenne_dask: {error}", file=sys.stderr)
        sys.exit(74)


if __name__ == "__main__":
    main()
