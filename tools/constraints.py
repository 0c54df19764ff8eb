"""Pin the newest versions that pyproject.toml allows, with hashes, for every system and Python at once."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ["uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--generate-hashes"]
PLAIN = ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate"]


def main() -> None:
    """Write requirements/dev.txt, then requirements/run.txt with the same versions."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    pin("dev.txt", "--extra", "dev")
    pin("run.txt", "--constraint", "requirements/dev.txt")


def pin(name: str, *options: str) -> None:
    """Write one file of pins: what the program needs, what its installing needs, and what the options add."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floor = project["project"]["requires-python"].removeprefix(">=")
    command = [*UV, *PLAIN, "--python-version", floor, *options, "-o", f"requirements/{name}", "pyproject.toml", "-"]
    build = "\n".join(project["build-system"]["requires"])
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        text=True,
        input=build,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": path},
    )


if __name__ == "__main__":
    main()
