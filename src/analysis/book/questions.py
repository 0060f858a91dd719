"""``{question} TEXT``: a question for a class, with its answer folded under it."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class Question(SphinxDirective):
    """The words of the question are its argument, the answer its content; both may have roles."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        asked, messages = self.state.inline_text(self.arguments[0], self.lineno)
        answer = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, answer)
        return [
            nodes.raw("", '<details class="fold question"><summary>', format="html"),
            nodes.inline("", "", *asked),
            nodes.raw("", "</summary>", format="html"),
            *answer.children,
            nodes.raw("", "</details>", format="html"),
            *messages,
        ]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("question", Question)
