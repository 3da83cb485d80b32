"""What a text cites: the Official Report, statements, questions, Bills, Acts, papers."""
