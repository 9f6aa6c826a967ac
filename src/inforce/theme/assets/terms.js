// A word that a clause defines shows its definition: under a mouse, with the focus of a keyboard,
// and at the first touch; the second touch follows the link. The definition goes with Escape, and
// stays while the mouse is over it (WCAG 2.2, 1.4.13).
{
  const DELAY = 250 // milliseconds, in which a mouse gets from the word to its definition
  const box = document.createElement("div")
  box.id = "_definition"
  box.className = "md-typeset inforce-term"
  box.setAttribute("role", "tooltip")
  box.hidden = true
  document.querySelector("main").append(box)

  let shown = null
  let timer = 0
  let pointer = ""
  const termOf = (event) => event.target.closest?.(".inforce-text a.term")

  const hide = () => {
    clearTimeout(timer)
    shown?.removeAttribute("aria-describedby")
    shown = null
    box.hidden = true
  }

  // Links and ids are left to the clause itself: what describes a link holds none.
  const copy = (clause) => {
    const found = clause.cloneNode(true)
    found.removeAttribute("id")
    for (const one of found.querySelectorAll(".permalink, .anchor, button")) one.remove()
    for (const one of found.querySelectorAll("[id]")) one.removeAttribute("id")
    for (const one of found.querySelectorAll("[tabindex]")) one.removeAttribute("tabindex")
    for (const one of found.querySelectorAll("a")) one.replaceWith(...one.childNodes)
    return found
  }

  const place = (link) => {
    const word = link.getClientRects()[0]
    const { clientWidth, clientHeight } = document.documentElement
    const { width, height } = box.getBoundingClientRect()
    const around = (box.offsetParent ?? document.documentElement).getBoundingClientRect()
    const left = Math.max(8, Math.min(word.left, clientWidth - width - 8))
    const above = word.bottom + height + 8 > clientHeight && word.top - height > 56
    box.style.left = `${left - around.left}px`
    box.style.top = `${(above ? word.top - height - 4 : word.bottom + 4) - around.top}px`
  }

  const show = (link) => {
    clearTimeout(timer)
    if (link === shown) return
    hide()
    const clause = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!clause) return
    box.replaceChildren(copy(clause))
    box.lang = link.closest("[lang]").lang
    box.hidden = false
    box.scrollTop = 0
    place(link)
    link.setAttribute("aria-describedby", box.id)
    shown = link
  }

  const hideSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(hide, DELAY)
  }

  const over = (event) => event.pointerType !== "touch" && (termOf(event) || box.contains(event.target))

  document.addEventListener("pointerover", (event) => {
    if (!over(event)) return
    clearTimeout(timer)
    const link = termOf(event)
    if (link && link !== shown) timer = setTimeout(show, DELAY, link)
  })
  document.addEventListener("pointerout", (event) => {
    if (over(event) && document.activeElement !== shown) hideSoon()
  })
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType
    if (shown && termOf(event) !== shown && !box.contains(event.target)) hide()
  }, true)
  document.addEventListener("focusin", (event) => {
    const link = termOf(event)
    if (link?.matches(":focus-visible")) show(link)
  })
  document.addEventListener("focusout", (event) => {
    if (termOf(event) === shown) hideSoon()
  })
  document.addEventListener("click", (event) => {
    const link = termOf(event)
    if (!link) return
    if (pointer === "touch" && link !== shown) {
      event.preventDefault()
      show(link)
    } else {
      hide()
    }
  })
  document.addEventListener("keydown", (event) => {
    pointer = ""
    if (event.key === "Escape" && shown) hide()
  })
  addEventListener("resize", hide)
}
