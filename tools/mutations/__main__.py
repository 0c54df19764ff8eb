"""Try mutants of the product against the tests, and tell which of them no test notices."""

import argparse
import random
import sys
from collections.abc import Iterator
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.mutations import covering, trial
from tools.mutations.covering import Covering
from tools.mutations.judging import Verdict, Verdicts, judge
from tools.mutations.mutants import Mutant, mutants
from tools.mutations.report import reasons, report

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / "build" / "mutations"
REASONS = ROOT / "tools" / "survivors.txt"
FILES = (
    "riskdesk/store/*.py",
    "riskdesk/desk/*.py",
    "riskdesk/domain/merge.py",
    "riskdesk/domain/order.py",
    "riskdesk/files.py",
    "riskdesk/part_files.py",
    "riskdesk/kit/lock.py",
)
# These break things in processes of their own, by chance: what they notice once they may miss the next time.
BY_CHANCE = {"test_fuzz.py", "test_crowd.py", "test_kills.py"}
TESTS = (
    *("tests/domain", "tests/store", "tests/desk", "tests/kit", "tests/faults", "tests/app"),
    *("tests/test_files.py", "tests/test_part_files.py", "tests/test_private_files.py"),
)


def main() -> None:
    """Exit with 1 where a mutant lives without a reason, or more than five in a hundred live with one."""
    options = _options()
    texts = {file: (ROOT / file).read_text("utf-8") for file in options.files or _found(ROOT, FILES)}
    all_mutants = [mutant for file, text in texts.items() for mutant in mutants(file, text)]
    chosen = all_mutants
    if options.sample:
        chosen = sorted(all_mutants, key=lambda mutant: mutant.name)
        random.Random(options.seed).shuffle(chosen)
        chosen = chosen[: options.sample]
    reasons_by_name, verdicts = reasons(REASONS), Verdicts(KEPT / "verdicts.jsonl")
    verdict_by_name = {mutant.name: _known(mutant, texts[mutant.file], reasons_by_name, verdicts) for mutant in chosen}
    left = [mutant for mutant in chosen if _is_left(verdict_by_name[mutant.name], reasons_by_name, again=options.again)]
    files = list(dict.fromkeys([*_found(ROOT, FILES), *texts]))
    for number, verdict in enumerate(_tried(left, files, options.jobs, options.seconds or inf) if left else (), 1):
        verdicts.add(verdict)
        verdict_by_name[verdict.name] = verdict
        print(f"{number}/{len(left)} {'LIVES' if verdict.lives else 'killed'} {verdict.name}", flush=True)
    tried = [(mutant, verdict) for mutant in chosen if (verdict := verdict_by_name[mutant.name])]
    sys.exit(0 if report(all_mutants, tried, reasons_by_name) else 1)


def _known(mutant: Mutant, text: str, reasons_by_name: dict[str, str], verdicts: Verdicts) -> Verdict | None:
    """What was found before; a mutant that may live is not tried."""
    return Verdict(mutant.name, "", "", 0) if mutant.name in reasons_by_name else verdicts.of(mutant, text)


def _is_left(verdict: Verdict | None, reasons_by_name: dict[str, str], *, again: bool) -> bool:
    return verdict is None or (again and verdict.lives and verdict.name not in reasons_by_name)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutations", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="whose mutants are tried, in place of all")
    parser.add_argument("--sample", type=int, metavar="N", help="try so many mutants, chosen at random")
    parser.add_argument("--seed", type=int, default=0, help="another sample for each number")
    parser.add_argument("--again", action="store_true", help="try those that lived again, as there are new tests")
    parser.add_argument("--seconds", type=float, help="let it live where no test of so many seconds in all notices it")
    parser.add_argument("--jobs", type=int, default=1, help="how many are tried at the same time")
    return parser.parse_args()


def _found(root: Path, patterns: tuple[str, ...]) -> list[str]:
    return [str(path.relative_to(root)) for pattern in patterns for path in sorted(root.glob(pattern))]


def _tried(chosen: list[Mutant], files: list[str], jobs: int, most: float) -> Iterator[Verdict]:
    """Try mutants on copies of the tree, which is left as it is."""
    # The tests open folders of such names to the user that they give their rights up for.
    with TemporaryDirectory(prefix="pytest-mutations-") as folder:
        Path(folder).chmod(0o755)
        tree = Path(folder).resolve() / "tree"
        trial.copy_tree(ROOT, tree)
        trial.warm_up()
        yield from judge(tree, chosen, _covering(tree, files), jobs, most)


def _covering(tree: Path, files: list[str]) -> Covering:
    whole = Covering()
    tests = _found(tree, tuple(f"{place}/test_*.py" if "." not in place else place for place in TESTS))
    tests = [test for test in tests if Path(test).name not in BY_CHANCE]
    (KEPT / "covering").mkdir(parents=True, exist_ok=True)
    for test, file_covering in covering.trace(tree, files, tests, KEPT / "covering"):
        print(f"traced {test}: {len(file_covering.seconds)} tests", flush=True)
        whole.add(file_covering)
    return whole


if __name__ == "__main__":
    main()
