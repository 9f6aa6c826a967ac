// A page knows the instants at which what it says changes, and what it says from then on. This
// shows it in time, though nobody built the site again. The time is that of the site's own server;
// the reader's clock alone only raises a doubt, which is told.
"use strict"

{
  const SECOND = 1000
  const MINUTE = 60 * SECOND
  const PATIENCE = 10 * SECOND
  const LONGEST = 360 * MINUTE // a timer takes no more than 24 days, and a device may sleep

  const STYLES = /<style\b[^]*?<\/style>/g
  const PAPER = /--inforce-title:("[^"]*")/ // what stands on each printed sheet
  const RUN = "script:not([type='application/json'])"

  const here = location.href
  const all = (root, selector) => [...root.querySelectorAll(selector)]
  const standing = (root) => all(root, ".inforce-standing")
  const copy = (content) => [...document.importNode(content, true).children]

  // What a page says from each instant on, in order.
  const stepsOf = (page) => all(page, "template.inforce-then").map((then) => {
    const { at, shown, whole } = then.dataset
    const meanwhile = page.querySelector(`template.inforce-meanwhile[data-at="${at}"]`)
    return { at: Date.parse(at), shown, whole: whole !== undefined, content: then.content,
      meanwhile: meanwhile && meanwhile.content }
  })
  const dueAt = (steps, now) => steps.filter(({ at }) => at <= now).pop()

  let steps = stepsOf(document)
  let built = standing(document) // what stood there before a doubt was raised
  let raised = null // the step that is announced
  let turned = null // the instant of the step that is shown
  let known = null // the site's time less that of the page, in milliseconds; never too late
  let asking = false
  let timer
  const ran = new Set() // the addresses of scripts

  // The site's time: that of an answer which no cache gave, else grown by its age (RFC 9111, 5.1).
  const ask = async () => {
    const address = new URL(location.pathname, here)
    address.search = `time=${Math.random()}`
    const { headers } = await within(fetch, address, { method: "HEAD", cache: "no-store" })
    const time = Date.parse(headers.get("Date")) + SECOND * (Number(headers.get("Age")) || 0)
    return Number.isNaN(time) ? null : time - performance.now()
  }

  const within = async (get, address, options) => {
    const control = new AbortController()
    const end = setTimeout(() => control.abort(), PATIENCE)
    try {
      return await get(address, { ...options, signal: control.signal })
    } finally {
      clearTimeout(end)
    }
  }

  const load = (address) => within(async (...request) => {
    const answer = await fetch(...request)
    const text = await answer.text()
    // A style in another page is none that this page's security policy knows.
    const page = new DOMParser().parseFromString(text.replace(STYLES, ""), "text/html")
    if (!answer.ok || !standing(page).length) throw new Error(`no document at ${address}`)
    for (const root of [page, ...all(page, "template").map(({ content }) => content)]) {
      for (const name of ["href", "src"]) {
        for (const one of all(root, `[${name}]:not([href^="#"])`)) {
          one.setAttribute(name, new URL(one.getAttribute(name), address).href)
        }
      }
    }
    return Object.assign(page, { paper: (PAPER.exec(text) || [])[1] })
  }, address, { cache: "no-cache" })

  // Put notices in the place of those on where the edition stands.
  const stand = (root, notices) => {
    const [first, ...rest] = standing(root)
    first.before(...notices)
    for (const old of [first, ...rest]) old.remove()
  }

  // The clause that is being read, which stays where it is on the screen whatever changes.
  const reading = () => {
    const clause = scrollY > 0 && all(document, ".clause[id]")
      .find((one) => one.getBoundingClientRect().bottom > 0 && !one.querySelector(".clause"))
    return clause && { id: clause.id, top: clause.getBoundingClientRect().top }
  }

  const keepingPlace = (change) => {
    const place = reading()
    change()
    const clause = place && document.getElementById(place.id)
    if (clause) scrollBy({ top: clause.getBoundingClientRect().top - place.top, behavior: "instant" })
  }

  const raise = (step, doubtful) => {
    if (!step.meanwhile) return
    if (raised !== step) keepingPlace(() => stand(document, copy(step.meanwhile)))
    raised = step
    for (const said of all(document, "[data-doubt]")) said.hidden = !doubtful
  }

  const dismiss = () => {
    if (raised) keepingPlace(() => stand(document, built))
    raised = null
  }

  // Show what is in a loaded page; everything around it stays. The scripts that are here already
  // hear of it by an event.
  const put = (page) => {
    const from = standing(page)[0].parentNode
    const scripts = all(from, "script[src]").map((one) => one.src)
    for (const one of all(from, `${RUN}, template.inforce-then, template.inforce-meanwhile`)) one.remove()
    const shown = document.importNode(from, true).childNodes
    keepingPlace(() => standing(document)[0].parentNode.replaceChildren(...shown))
    document.title = page.title
    contents(page)
    if (page.paper) document.documentElement.style.setProperty("--inforce-title", page.paper)
    // So that the clause in the address is the target again.
    if (location.hash) keepingPlace(() => location.replace(location.href))
    document.dispatchEvent(new Event("inforce:put"))
    run(scripts)
  }

  // Those that the page itself did not have.
  const run = (scripts) => {
    for (const src of scripts) {
      if (!ran.has(src)) document.body.append(Object.assign(document.createElement("script"), { src }))
      ran.add(src)
    }
  }

  // The theme's table of contents, which a narrow screen has in the menu.
  const contents = (page) => {
    const list = page.querySelector(".md-nav--secondary")
    for (const nav of all(document, ".md-nav--secondary")) {
      nav.replaceChildren(...(list ? document.importNode(list, true).childNodes : []))
    }
  }

  // A loaded page as it is from a step on.
  const turnedBy = (page, step) => {
    if (step.whole) {
      standing(page)[0].parentNode.replaceChildren(...copy(step.content))
      all(page, ".md-nav--secondary").forEach((nav) => nav.replaceChildren())
    } else {
      stand(page, copy(step.content))
      const cited = page.getElementById("_citations")
      if (cited) cited.dataset.at = new Date(step.at).toISOString()
    }
    return page
  }

  // The page may have been built again meanwhile; then it knows better.
  const turn = async (step, now) => {
    if (turned === step.at) return
    raise(step, false)
    const page = await load(here)
    const later = stepsOf(page)
    const due = dueAt(later, now)
    const shown = due && due.shown ? await load(new URL(due.shown, here).href) : page
    put(due ? turnedBy(shown, due) : shown)
    steps = later
    turned = due ? due.at : null
    raised = null
    built = standing(document)
    said.textContent = document.querySelector(".inforce-state").textContent
  }

  // Where an edition stands in a list: a colour; its words name the days.
  const mend = (now) => {
    for (const one of all(document, "[data-then]")) {
      const pairs = one.dataset.then.split(" ")
      for (let index = 0; index < pairs.length; index += 2) {
        if (Date.parse(pairs[index]) > now) break
        const changed = one.getAttribute("class")
          .replace(/--(scheduled|in-force)\b/, `--${pairs[index + 1]}`)
        one.setAttribute("class", changed)
      }
    }
  }

  const said = document.createElement("div")
  said.className = "inforce-said"
  said.setAttribute("role", "status")

  const instants = () => [
    ...steps.map(({ at }) => at),
    ...all(document, "[data-then]").flatMap(({ dataset }) =>
      dataset.then.split(" ").map(Date.parse).filter((at) => at > 0)),
  ]

  // Look again at the next instant, or in a while.
  const plan = (sure) => {
    clearTimeout(timer)
    const now = known === null ? Date.now() : known + performance.now()
    const next = Math.min(...instants().filter((at) => at > now))
    if (next === Infinity && sure) return
    const wait = Math.min(next - now + SECOND, sure ? LONGEST : MINUTE)
    timer = setTimeout(check, wait)
  }

  const check = async () => {
    if (asking) return
    asking = true
    let sure = true
    try {
      known = await ask()
    } catch {
      sure = false // what was known before still holds: the time of a page never runs too fast
    }
    try {
      if (known === null) {
        sure = false
        const step = dueAt(steps, Date.now())
        if (step) raise(step, true)
      } else {
        const now = known + performance.now()
        mend(now)
        const step = dueAt(steps, now)
        if (step) await turn(step, now)
        else if (turned === null) dismiss()
      }
    } catch {
      sure = false // the notice stays
    }
    asking = false
    plan(sure)
  }

  const begin = () => {
    document.body.append(said)
    for (const { src } of document.scripts) if (src) ran.add(src)
    check()
    addEventListener("online", check)
    addEventListener("pageshow", ({ persisted }) => persisted && check())
    document.addEventListener("visibilitychange", () => document.hidden || check())
  }

  const early = dueAt(steps, Date.now())
  if (early) raise(early, false)
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin)
  else begin()
}
