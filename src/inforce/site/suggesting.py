"""Where readers may suggest an edit: the working texts in the editor of their repository."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inforce.project import Project, source_of

EDITOR, LINES = "/edit/", "/blob/"


@dataclass(frozen=True, slots=True)
class Sources:
    """The working texts in a repository on the web.

    `editor` is the address there of what stands in the project's folder, such as
    `https://github.com/dala/policies/edit/main/`; empty where readers are led nowhere. `lines`
    are those of each clause by policy and id; a policy without a working text has none.
    """

    editor: str = ""
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, editor: str) -> "Sources":
        """The working texts of a project."""
        found = {
            name: {clause.id: clause.location.line for clause in policy.walk()}
            for name, policy in project.policies.items()
        }
        return cls(editor, {**{name: {} for name in project.broken}, **found})

    def edit(self, policy: str) -> str:
        """The address at which a working text is edited; empty where there is none."""
        if not self.editor or policy not in self.lines:
            return ""
        return self.editor + source_of(policy).file

    def shown(self, policy: str) -> str:
        """The address to which the number of a line may be added, as in `#L42`.

        GitHub's editor begins at the top whatever line is asked for; the page that shows the file
        goes to it, and has the button to edit. GitLab and Gitea have the same.
        """
        return self.edit(policy).replace(EDITOR, LINES, 1)


NOWHERE = Sources()
