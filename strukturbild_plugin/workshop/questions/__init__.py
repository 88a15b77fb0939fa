"""What a merge asks: conflicts about the same thing are one question, however many groups they stand between."""
