"""Sound: loudness, speech on its place, ducking, stems, and the files they come from and go to."""
