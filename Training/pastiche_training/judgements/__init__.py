"""How a trained network is judged: one module for each question, each giving lines of Markdown."""
