"""Pure views: records of a case in, frozen page contexts out; templates see nothing else."""
