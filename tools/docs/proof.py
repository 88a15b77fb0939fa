"""Measure every symbol set and write the result into docs/symboluppsattningar.md, between its markers."""

from __future__ import annotations

from pathlib import Path

from tools.quiet_qgis import quiet_qgis

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "symboluppsattningar.md"


def main() -> None:
    """Write the tables anew and say where."""
    with quiet_qgis():
        from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
        from strukturbild_plugin.catalogue.load import load_catalogue
        from tools.docs.proof_table import proof_text, put_between

        sets = [load_symbol_set(code) for code, _name in symbol_sets()]
        made = put_between(MANUAL.read_text(encoding="utf-8"), proof_text(load_catalogue(), sets))
        MANUAL.write_text(made, encoding="utf-8")
    print(f"Beviset står i {MANUAL.relative_to(MANUAL.parent.parent)}.")


if __name__ == "__main__":
    main()
