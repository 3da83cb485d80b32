"""The role of a line where its shape alone does not say: Lark's post-lexing stages."""
