"""How Sphinx makes the site of what `site/build.py` has put together."""

project = "hansardparse"
author = "the hansardparse authors"
extensions = ["myst_parser"]
myst_heading_anchors = 4
# a link with a fragment is to a heading, in GitHub's way
myst_enable_extensions = ["attrs_inline"]
html_theme = "furo"
html_title = "hansardparse"
html_static_path = ["_static"]
html_theme_options = {"navigation_with_keys": True}
# the blocks of these have no language of Pygments', or one of our own
highlight_language = "none"
suppress_warnings = ["misc.highlighting_failure"]
html_copy_source = False
html_show_copyright = False
