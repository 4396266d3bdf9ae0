"""What watches and other recorders wrote: GPX, TCX and FIT, of one or several runners of one race."""
