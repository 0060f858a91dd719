"""``python -m benchmarks [NAME ...]``: run benchmarks, keep their rows in ``results.json``.

The page of the book that shows them reads that file; rows of modules not run now are kept.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
from pathlib import Path

# Before NumPy is imported: ours and every baseline on one thread, so that methods are compared.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"


def machine() -> dict[str, str]:
    """What the numbers were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processors": f"{os.cpu_count()} of {_processor()}",
        "memory": f"{memory:.0f} GB",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
    }


def _processor() -> str:
    """The model, as Linux names it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "an unnamed model"


def main(names: list[str]) -> None:
    """Run the named modules, or all."""
    known = sorted(p.stem for p in HERE.glob("*.py") if not p.stem.startswith("_"))
    if unknown := set(names) - set(known):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(known)}")
    kept = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"rows": {}}
    for name in names or known:
        print(f"running {name}", flush=True)
        kept["rows"][name] = importlib.import_module(f"benchmarks.{name}").run()
        kept["machine"] = machine()
        text = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
        RESULTS.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
