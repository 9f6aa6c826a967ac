"""What a site says in mkdocs.yml, and how it agrees with `content/site.yml`."""

from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from inforce.model import Site
from inforce.render import THEME

STYLES = ("assets/fonts.css", "assets/inforce.css")
SCRIPTS = ("assets/languages.js", "assets/search/box.js")


class InforceConfig(Config):  # type: ignore[no-untyped-call]
    """The settings below `inforce:` in mkdocs.yml; the environment comes before them."""

    # The moment to build for, such as 2026-09-01; else the present. Environment: INFORCE_AT.
    at = config_options.Optional(config_options.Type(str))
    # Whether working texts are previewed; `mkdocs serve` always does. Environment: INFORCE_DRAFT.
    draft = config_options.Type(bool, default=False)


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project, which holds `content/`."""
    return Path(config.config_file_path).parent


def base_of(config: MkDocsConfig) -> str:
    """The address of the site; while serving, that of the preview."""
    return config.site_url or "/"


def editor_of(config: MkDocsConfig) -> str:
    """The address of the project's folder in the editor of its repository; empty without one.

    `edit_uri` leads to the folder of the pages, beside which `content/` stands; what MkDocs takes
    where only `repo_url` is written ends with `docs/`.
    """
    if not (config.repo_url and config.edit_uri):
        return ""
    start = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri).rstrip("/") + "/"
    pages = Path(config.docs_dir).name
    return start.removesuffix(f"/{pages}/").removesuffix("/docs/").rstrip("/") + "/"


def i18n_of(config: MkDocsConfig):  # type: ignore[no-untyped-def]  # the plugin has no types
    """The i18n plugin; raises PluginError where the site has none."""
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise PluginError("The i18n plugin is missing: list `i18n` before `inforce` in mkdocs.yml.")
    return plugin


def agree(config: MkDocsConfig, site: Site, *, serving: bool) -> None:
    """Let MkDocs agree with content/site.yml, or say where it does not."""
    languages = tuple(i18n_of(config).build_languages)
    if languages != site.languages or i18n_of(config).default_language != site.languages[0]:
        raise PluginError(
            f"mkdocs.yml builds the languages {', '.join(languages)}, content/site.yml names"
            f" {', '.join(site.languages)}: list the same in the same order, the first as default."
        )
    if serving:
        return  # the address is that of the preview
    if config.site_url and config.site_url != site.url:
        raise PluginError(
            f"`site_url` in mkdocs.yml is {config.site_url}, `url` in content/site.yml is"
            f" {site.url}: take `site_url` out of mkdocs.yml."
        )
    config.site_url = site.url


def extend_theme(config: MkDocsConfig) -> None:
    """Put our templates and styles between the site's own and the theme's."""
    dirs = config.theme.dirs
    if str(THEME) not in dirs:
        own = config.theme.custom_dir
        dirs.insert(dirs.index(own) + 1 if own in dirs else 0, str(THEME))
    own_css = [style for style in config.extra_css if style not in STYLES]
    config.extra_css[:] = [*STYLES, *own_css]
    for script in SCRIPTS:
        if script not in config.extra_javascript:
            config.extra_javascript.append(script)
