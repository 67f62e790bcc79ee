"""The law and the policy Kring keeps to: facts in, decision with its grounds out.

Pure Python.  No Django, no clock, no database, and no sentences for people: those stand in `kring.kit.sentences`.
Text, source and dates of every rule stand in `docs/law/`.
"""
