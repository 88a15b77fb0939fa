"""Reading a strukturbild file: connections, rows, records, geometry blobs, attachments."""
