"""The order of the rooms, and of the folders within a room: what stands further down may import what stands above.

Folders named on one line do not know each other. A file that lies in a room beside its folders has its own place in
the order, named as the file; what is not named here lies in a room without folders.
"""

from __future__ import annotations

Order = tuple[tuple[str, ...], ...]

ROOMS: Order = (
    (
        "i18n",
        "encoding",
        "errors",
        "feedback",
        "paths",
        "compat",
        "bundled",
        "printable_text",
        "bilingual_text",
        "region_codes",
    ),
    ("sanitize",),
    ("yaml_reader",),
    ("catalogue", "goals"),
    ("cartography",),
    ("store",),
    ("document_texts", "printable_snapshot"),
    ("analysis", "checks", "drawing", "workshop"),
    ("export", "guide"),
    ("gui", "processing"),
    ("plugin", "__init__"),
)

FOLDERS: dict[str, Order] = {
    "cartography": (
        ("symbol_set",),
        ("typography",),
        ("symbols",),
        ("custom_styles",),
        ("symbol_sets",),
        ("labels",),
        ("layer_style", "basemap", "contributor_rules"),
        ("layout",),
        ("qgis_style_xml",),
    ),
    "store": (
        ("geometry", "schema"),
        ("gpkg",),
        ("autosave", "qgis_project", "templates"),
        ("writing",),
        ("create", "styling", "earlier_states"),
        ("importing",),
        ("examples",),
    ),
    "checks": (("engine",), ("rules",), ("run",), ("incremental",)),
    "drawing": (("session",), ("edits",)),
    "export": (
        ("stamp", "file_names", "texts", "sheet_options", "sheet_kind_texts", "formats", "fingerprint", "table_files"),
        ("delivery", "file_identity", "sheet_facts"),
        ("image",),
        ("export_request",),
        ("sheets",),
        ("pdf",),
        ("svg",),
        ("web", "custom_layouts", "workshop_papers"),
        ("edition", "label_positions"),
    ),
    "gui": (
        ("error_report", "guarded"),
        ("disk_answers", "fitting_button", "uncovered_map"),
        ("settings", "messages", "map_coordinates"),
        ("widgets", "status_texts"),
        ("session",),
        ("file_state", "saving"),
        ("templates",),
        ("options",),
        ("map_tools",),
        ("styling",),
        ("object_panel", "export_panel", "check_panel", "palette"),
        ("steps", "recovery"),
        (
            "earlier_states",
            "goal_linking",
            "importing",
            "workshop",
            "workshop_notes",
            "workshop_review",
            "workshop_synthesis",
        ),
        ("comparing", "goal_editing", "goal_map"),
        ("dock",),
    ),
}

TOOLS: Order = (
    ("quiet_qgis", "base_data", "lint", "release", "real_data"),
    ("demo", "gallery"),
    ("docs", "bench"),
)
MAY_USE_TESTS = ("docs", "bench")
"""Tools that drive a QGIS as the tests do, with the tests' helpers."""


def ranks(order: Order) -> dict[str, int]:
    """How high each name of an order stands, the lowest 0."""
    return {name: rank for rank, names in enumerate(order) for name in names}
