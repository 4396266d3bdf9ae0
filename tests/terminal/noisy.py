"""A solver that writes all over the place: what any library may do in any version, and nobody may see."""

from pathlib import Path

NOISE = "NOISE of a library"

_SHIM = f"""
import ctypes, importlib, os, sys
from pathlib import Path

sys.path.remove(str(Path(__file__).parent))
del sys.modules["highspy"]
real = importlib.import_module("highspy")

class Highs(real.Highs):
    def __init__(self):
        super().__init__()
        for descriptor in (1, 2):
            os.write(descriptor, b"{NOISE}\\n")
        ctypes.CDLL(None).printf(b"{NOISE}\\n")  # waits in C's buffer, for the end of the process perhaps
        Path(__file__).with_name("written").touch()

real.Highs = Highs
sys.modules["highspy"] = real
"""

SPARSE = """
race: The evening mile
event: mile
entries:
  - {name: Ann Oak, nation: GBR, result: 4:20.00, splits: {800: 2:10.0}}
  - {name: Bea Elm, nation: NOR, result: 4:21.00}
  - {name: Cat Ash, nation: USA, result: 4:22.50}
facts: [{at: 400, order: [Bea Elm, Ann Oak, Cat Ash]}, {at: 1000, place: 2, runner: Cat Ash}]
"""
"""A race that is reconstructed to answer anything; a place at a distance is a choice, for which the solver is asked."""

SPARSE_CSV = """# distance_m: 1500
name,800,finish
Ann,2:10.0,4:00.00
Bea,,4:01.00
Cat,,4:02.50
"""


def noisy_solver(folder: Path) -> str:
    """A folder for PYTHONPATH in which the solver is such a one; it leaves a file `written` there."""
    folder.mkdir()
    (folder / "highspy.py").write_text(_SHIM, encoding="utf-8")
    return str(folder)
