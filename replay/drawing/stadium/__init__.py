"""What lies over the painted course: runners, names, lights, trails, scoreboard."""
