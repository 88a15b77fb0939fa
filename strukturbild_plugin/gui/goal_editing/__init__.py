"""Goal sets of one's own: edited, read out of tables, and set beside national and global goals."""
