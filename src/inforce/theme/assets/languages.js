// The theme takes the alternates of a page for those of a whole site: it would ask for a list of
// pages at each of their addresses, and lead to their front page. It knows them by this word alone.
for (const link of document.querySelectorAll("link[rel=alternate][hreflang]")) {
  link.rel = "alternate "
}

// A link with `hreflang` leads to this page in another language; so it leads to the same clause.
for (const name of ["pointerover", "focusin", "click"]) {
  document.addEventListener(name, (event) => {
    const link = event.target.closest("a[hreflang]")
    if (link) link.hash = location.hash
  }, true)
}
