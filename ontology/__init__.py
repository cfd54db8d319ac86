"""The Bilateral Relations Ontology: Turtle, shapes, JSON-LD context, questions, and the terms as constants."""
