"""The guided steps, with the forms that fill them in."""
