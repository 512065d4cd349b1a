"""Running commands in turn, and what they take."""
import os
import re
import shutil
import statistics
import subprocess
import time


class Run:
    """Wall and processor seconds of one run."""

    def __init__(self, command, folder):
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.status = process.returncode


def interleave(commands, rounds, folder):
    """Name -> runs: every command once in each round, so that all meet the same weather."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(Run(command, folder))
    return runs


def median(runs, figure):
    return statistics.median(getattr(run, figure) for run in runs)


def speed_ratio(runs, others, figure):
    """How many times as fast as the others: the median over rounds."""
    return statistics.median(getattr(other, figure) / getattr(run, figure) for run, other in zip(runs, others))


def peak(command, folder):
    """The most memory in MB that a command had, as looked up while it runs. What a child reports of itself counts its parent, too."""
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        found = re.search(r"^VmHWM:\s+(\d+) kB", open("/proc/%d/status" % process.pid).read(), re.M)
        most = int(found.group(1)) if found else most  # a process that has ended has none
        time.sleep(0.005)
    return most / 1024


def instructions(command, folder):
    """Instructions of one run, by callgrind or else by the processor's counter; None where there is neither."""
    if shutil.which("valgrind"):
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        said = subprocess.run(valgrind + command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
        found = re.search(r"Collected : (\d+)", said)
    elif shutil.which("perf"):
        perf = ["perf", "stat", "-x,", "-e", "instructions:u"]
        said = subprocess.run(perf + command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
        found = re.search(r"^(\d+),,instructions", said, re.M)
    else:
        found = None
    return int(found.group(1)) if found else None
