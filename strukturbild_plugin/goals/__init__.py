"""Pure Python: goal sets, their trees and coverage. Imports no qgis."""
