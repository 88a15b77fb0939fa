"""Building, proving and measuring; none of it is shipped."""
