"""What one can ask of a race: values, and no pictures.

Every value says how it is known. A time between two splits is estimated, however close they are.
"""
