"""An edition from request to files: preview, jobs, staging, manifest; and its verification."""
