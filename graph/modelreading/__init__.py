"""Reading with a language model, behind a gate: nothing gets in that does not stand in the text.

A model is asked over any OpenAI-compatible address, or its answers come from a file; either way they are
aligned with the text, held to the ontology and the reference tables, and become the same records that the
reader of rules makes.
"""
