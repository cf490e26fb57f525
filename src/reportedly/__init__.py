"""Who says so, through whom, from how many independent origins, and what is confirmed."""
