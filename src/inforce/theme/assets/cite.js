// The sign beside a clause opens a menu that copies its permanent address, and how it is cited.
// Where there are no popovers (HTML, 6.12), and without this script, it stays a link. The page's
// clock may put another text on the page, and says so by the event `inforce:put`.
"use strict"

{
  const MARGIN = 8 // pixels
  const template = () => document.getElementById("_citing")
  let menu, dialog

  // What finds how a clause is cited on the page as it is now; nothing where the text is another's.
  const citations = () => {
    const said = document.getElementById("_citations")
    if (!said) return () => undefined
    const { edition, language, link, groups, then, source } = JSON.parse(said.textContent)
    const shown = document.querySelector(".inforce-text")?.dataset.edition
    const now = Date.parse(said.dataset.at) // the instant whose words the clock has put here
    const [, around] = then?.findLast(([at]) => Date.parse(at) <= now) ?? []
    return (sign) => {
      const id = decodeURIComponent(sign.hash.slice(1))
      const group = groups.findIndex(([, , all]) => id in all)
      if (group < 0 || shown !== edition) return
      const [before, after] = around?.[group] ?? groups[group]
      const place = groups[group][2][id]
      const line = source?.[1][id]
      const edit = source && source[0] + (line ? `#L${line}` : "")
      return { place, words: before + place + after, language, link: `${link}#${id}`, edit }
    }
  }

  const made = () => {
    menu = template().content.querySelector(".inforce-cite").cloneNode(true)
    menu.id = "_cite"
    menu.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-copies]")
      if (button) copy(menu.querySelector(button.dataset.copies))
      if (target.closest(".inforce-cite-close")) menu.hidePopover()
    })
    menu.querySelector(".inforce-cite-life").addEventListener("click", tellLife)
    template().after(menu)
  }

  // The life of a clause stands on a page of its own; its section is shown over this one. Where it
  // cannot be had, or is to be opened elsewhere, the link leads there as any other.
  const tellLife = async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { href, hash } = event.currentTarget
    const section = await lifeOf(href, decodeURIComponent(hash.slice(1))).catch(() => null)
    menu.hidePopover()
    if (section) showLife(section)
    else location.assign(href)
  }

  const lifeOf = async (address, id) => {
    const answer = await fetch(address)
    // The policy of this page knows no styles of another's.
    const html = (answer.ok ? await answer.text() : "").replace(/<style[^]*?<\/style>/g, "")
    const page = new DOMParser().parseFromString(html, "text/html")
    const found = page.getElementById(id)
    if (!found) return null
    const full = (one, name) => new URL(one.getAttribute(name), address).href
    const loaded = new Set([...document.querySelectorAll("link[rel=stylesheet]")].map((it) => it.href))
    for (const sheet of page.querySelectorAll("body link[rel=stylesheet]")) {
      const href = full(sheet, "href")
      if (loaded.has(href)) continue
      document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }))
    }
    const section = document.importNode(found, true)
    for (const one of [section, ...section.querySelectorAll("[id]")]) one.removeAttribute("id")
    for (const link of section.querySelectorAll("a[href]")) link.href = full(link, "href")
    return section
  }

  const showLife = (section) => {
    if (!dialog?.isConnected) {
      dialog = template().content.querySelector("dialog").cloneNode(true)
      menu.after(dialog)
    }
    dialog.querySelector("section")?.remove()
    dialog.prepend(section)
    dialog.showModal()
  }

  const say = (words) => { menu.querySelector("[role=status]").textContent = words }

  const copy = async (part) => {
    say("")
    try {
      await navigator.clipboard.writeText(part.innerText.trim().replace(/\n+/g, "\n"))
      say(template().dataset.copied)
    } catch { // such as on a page that came without encryption
      getSelection().selectAllChildren(part)
      say(template().dataset.selected)
    }
  }

  // Below the sign, or above it where there is no room; a narrow screen has it at its bottom.
  const place = (sign) => {
    const { left, top, bottom } = sign.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = menu
    const below = bottom + offsetHeight + MARGIN <= innerHeight || top < offsetHeight + MARGIN
    const x = Math.max(MARGIN, Math.min(left, document.documentElement.clientWidth - offsetWidth - MARGIN))
    menu.style.left = `${x + scrollX}px`
    menu.style.top = `${(below ? bottom : top - offsetHeight) + scrollY}px`
  }

  const open = (sign, { words, language, link, edit }) => {
    if (!menu?.isConnected) made() // the page's clock may have put another text in
    const [shown, address, life, source] = menu.querySelectorAll("#_cited, a")
    life.hash = sign.hash
    if (source) source.href = edit
    shown.textContent = words
    shown.lang = language
    address.textContent = address.href = link
    say("")
    menu.showPopover({ source: sign })
    place(sign)
    menu.querySelector("button").focus({ preventScroll: true })
  }

  const mark = () => {
    const cited = citations()
    for (const sign of document.querySelectorAll("a.permalink")) {
      const found = cited(sign)
      if (!found) continue
      sign.role = "button"
      sign.ariaHasPopup = "dialog"
      sign.ariaLabel = `${template().dataset.name}: ${found.place}`
    }
  }

  if ("popover" in HTMLElement.prototype) {
    document.addEventListener("click", (event) => {
      const sign = event.target.closest("a.permalink")
      if (!sign || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const found = citations()(sign)
      if (!found) return
      event.preventDefault()
      open(sign, found)
    })
    document.addEventListener("keydown", (event) => {
      if (event.key !== " " || !event.target.matches("a.permalink[role=button]")) return
      event.preventDefault()
      event.target.click()
    })
    mark()
    document.addEventListener("inforce:put", mark)
  }
}
