// A link with `hreflang` leads to this page in another language; so it leads to the same clause.
for (const name of ["pointerover", "focusin", "click"]) {
  document.addEventListener(name, (event) => {
    const link = event.target.closest("a[hreflang]")
    if (link) link.hash = location.hash
  }, true)
}
