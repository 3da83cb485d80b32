"""What a label or an attribution says about who speaks."""
