"""What runs an algorithm of the plugin in the QGIS of the tests."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingProvider


def run(
    provider: QgsProcessingProvider, name: str, feedback: QgsProcessingFeedback | None = None, **parameters: Any
) -> dict[str, Any]:
    """Run the algorithm `name` of the provider with `parameters`; gives its outputs."""
    algorithm = provider.algorithm(name).create()
    context, feedback = QgsProcessingContext(), feedback or QgsProcessingFeedback(False)
    possible, why = algorithm.checkParameterValues(parameters, context)
    assert possible, why
    algorithm.prepare(parameters, context, feedback)
    return algorithm.processAlgorithm(parameters, context, feedback)
