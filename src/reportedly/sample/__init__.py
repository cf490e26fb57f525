"""The constructed sample case: invented reports of an invented night."""
