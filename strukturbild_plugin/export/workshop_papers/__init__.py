"""What is printed and mailed when a workshop begins: the facilitator's sheet and the mail to municipalities."""
