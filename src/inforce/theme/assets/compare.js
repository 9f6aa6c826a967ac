// Any two editions compared, at an address that can be sent: `?from=2024-06-01&to=2026-11-21`.
"use strict"

{
  const form = document.querySelector(".inforce-compare")
  const status = form.querySelector("[role=status]")
  const result = document.getElementById("_compared")
  const said = JSON.parse(document.getElementById("_comparing").textContent)
  const { from, to } = form.elements
  const module = new URL("redline.js", document.currentScript.src)
  const files = new Map()
  let shown = ""

  const load = async (language) => {
    if (!files.has(language)) files.set(language, fetch(said.files[language]))
    try {
      const answer = await files.get(language)
      if (!answer.ok) throw new Error(answer.status)
      return await answer.clone().json()
    } catch (error) {
      files.delete(language)
      throw error
    }
  }

  // The reader's language, else the one that stands in for it, in which both texts are held.
  const languageOf = (old, now) => {
    const [before, after] = [old, now].map(({ dataset }) => dataset.languages.split(" "))
    const order = now.dataset.order.split(" ")
    return order.find((one) => before.includes(one) && after.includes(one))
  }

  const fill = (name, words = {}) => {
    const part = result.querySelector(`[data-part="${name}"]`)
    for (const slot of [part, ...part.querySelectorAll("[data-slot]")]) {
      if (!slot.dataset.slot) continue
      slot.replaceChildren(...words[slot.dataset.slot] ?? [])
    }
    part.hidden = false
  }

  const editionLink = (option) => {
    const link = document.createElement("a")
    link.href = option.dataset.page
    link.textContent = option.dataset.name
    return link
  }

  const list = (rows, language) => rows.flatMap(([kind, clauses]) => {
    const [term, names] = ["dt", "dd"].map((name) => document.createElement(name))
    term.textContent = kind
    names.lang = language
    names.innerHTML = clauses.map(([id, name]) => `<a href="#${id}">${name}</a>`).join("; ")
    return [term, names]
  })

  const write = (options, language, made) => {
    for (const part of result.querySelectorAll("[data-part]")) part.hidden = true
    result.querySelector(".inforce-redline")?.remove()
    const [old, now] = options.map((option) => [editionLink(option)])
    fill("which", { old, new: now })
    if (!language) fill("none")
    else if (language !== said.language) fill(`instead-${language}`)
    if (made) {
      fill(made.steps || made.rows.length ? "key" : "same")
      if (made.rows.length) fill("rows", { rows: list(made.rows, language) })
      const first = result.querySelector("[data-first]")
      first.href = "#change-1"
      first.hidden = !made.steps
      result.append(made.article)
    }
    result.hidden = false
  }

  const compare = async () => {
    const options = [from.selectedOptions[0], to.selectedOptions[0]]
    const wanted = shown = options.map(({ value }) => value).join()
    const language = languageOf(...options)
    status.textContent = said.loading
    // The place of what comes is kept, so that nothing on the screen moves when it is there.
    result.style.minHeight = "100vh"
    result.hidden = false
    try {
      const [data, { redline }] = language
        ? await Promise.all([load(language), import(module)]) : [null, {}]
      if (shown !== wanted) return
      const made = data && redline(data, from.value, to.value, said, said.home)
      write(options, language, made)
      status.textContent = made ? `${said.changes} ${made.steps}` : ""
      const place = location.hash.length > 1 && result.querySelector(`#${CSS.escape(location.hash.slice(1))}`)
      if (place) place.scrollIntoView()
      else result.querySelector("h2").focus()
    } catch (error) {
      if (shown !== wanted) return
      shown = ""
      result.hidden = true
      status.textContent = said.failed
      console.warn(error)
    }
  }

  // What the address asks for; an edition that is not there asks for nothing.
  const follow = () => {
    const asked = new URLSearchParams(location.search)
    const pair = [asked.get("from"), asked.get("to")]
    const known = pair.every((id) => [...from.options].some(({ value }) => value === id))
    if (!known) {
      shown = ""
      result.hidden = true
      status.textContent = ""
    } else if (shown !== pair.join()) {
      [from.value, to.value] = pair
      compare()
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const address = new URL(location.href)
    address.searchParams.set("from", from.value)
    address.searchParams.set("to", to.value)
    address.hash = ""
    if (address.href !== location.href) history.pushState(null, "", address)
    compare()
  })
  addEventListener("popstate", follow)
  form.hidden = false
  follow()
}
