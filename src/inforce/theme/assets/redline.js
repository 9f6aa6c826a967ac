// Puts two editions side by side as the redline of neighbouring editions has them
// (render/redline.py), from pieces that were compared when the site was built.

const GROUPS = ["_preamble", "_clauses", "_annexes"]
const TITLE_LEVEL = 2
const DEEPEST_HEADING = 6
const MOST_NAMED = 5

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const plain = (html) => html.replace(/<br>/g, "\n").replace(/<[^>]*>/g, "")
const words = (html) => plain(html).split(/\s+/).filter(Boolean)

// Every run of words in `html` that stands by itself, marked as a whole.
const whole = (html, name) => html.replace(/(<(?:p|t[hd])(?: [^>]*)?>)(.*?)(?=<\/(?:p|t[hd])>)/gs,
  (_, start, inner) => start + (inner && marked(name, inner)))
const marked = (name, html) => `<${name}>${html}</${name}>`

// --- Where clauses stand, as compare/trees.py has it.

const treeOf = (data, edition) => {
  const tree = { clauses: new Map(), below: new Map(), above: new Map() }
  const through = isCountedThrough(data, edition.clauses)
  const grow = (name, places, around, depth) => {
    tree.below.set(name, places.map((at) => data.clauses[data.places[at][0]].id))
    for (const at of places) {
      const [clause, number, wording, below] = data.places[at]
      const { id, wordings, differences } = data.clauses[clause]
      const alone = through && depth === 1 && WHOLE.test(number)
      const path = pathOf(number, alone ? [] : around)
      tree.clauses.set(id, { id, number, path, wording, says: wordings[wording], differences })
      tree.above.set(id, name)
      grow(id, below, path.length ? path : around, depth + 1)
    }
  }
  for (const name of GROUPS) {
    grow(name, edition[name.slice(1)], [], name === "_clauses" ? 0 : Infinity)
  }
  return tree
}

// The numbers that tell clauses apart, as render/naming.py has them.
const WHOLE = /^\d+(-\d+)?\.?$/

const pathOf = (number, above) => {
  if (!/[\p{L}\p{N}]/u.test(number)) return []
  const [own, outer] = [number, above[above.length - 1] ?? ""].map((it) => it.replace(/\.$/, ""))
  return [...outer && own.startsWith(`${outer}.`) ? above.slice(0, -1) : above, number]
}

const isCountedThrough = (data, sections) => {
  const numbersOf = (places) => places.map((at) => data.places[at][1])
  const below = sections.map((at) => numbersOf(data.places[at][3]).filter((it) => WHOLE.test(it)))
  const numbers = [...numbersOf(sections).filter(Boolean), ...below.flat()]
  return below.filter((ones) => ones.length).length > 1 && new Set(numbers).size === numbers.length
}

const sizeOf = (tree, name) => (tree.clauses.get(name).says.letters ?? 0)
  + tree.below.get(name).reduce((sum, one) => sum + sizeOf(tree, one), 0)

const isMore = (one, other) => {
  const at = one.findIndex((value, place) => value !== other[place])
  return at >= 0 && one[at] > other[at]
}

// The names that keep their order: as many as can be, and of several such sets the weightiest.
const staying = (before, now, weight) => {
  if (before.join() === now.join()) return new Set(before)
  const place = new Map(before.map((name, at) => [name, at]))
  const tie = new Map([...now].sort().map((name, at) => [name, 1n << BigInt(at)]))
  const best = []
  const last = []
  now.forEach((name, number) => {
    let link = -1
    for (let k = 0; k < number; k++) {
      if (place.get(now[k]) < place.get(name) && (link < 0 || isMore(best[k], best[link]))) link = k
    }
    const [count, weights, ties] = best[link] ?? [0, 0, 0n]
    best.push([count + 1, weights + weight(name), ties + tie.get(name)])
    last.push(link)
  })
  const found = new Set()
  let at = best.reduce((top, one, k) => (isMore(one, best[top]) ? k : top), 0)
  for (; at >= 0; at = last[at]) found.add(now[at])
  return found
}

const movedOf = (old, now) => {
  const both = [...old.clauses.keys()].filter((id) => now.clauses.has(id))
  const moved = new Set(both.filter((id) => old.above.get(id) !== now.above.get(id)))
  for (const [name, ids] of now.below) {
    const kept = ids.filter((id) => old.above.get(id) === name)
    if (kept.length < 2) continue
    const before = old.below.get(name).filter((id) => now.above.get(id) === name)
    const stayed = staying(before, kept, (id) => sizeOf(old, id) + sizeOf(now, id))
    for (const id of kept) if (!stayed.has(id)) moved.add(id)
  }
  return moved
}

// What is below a clause or a group, in the order to read both; what is only old follows what
// stood before it and has stayed.
const orderOf = (old, now, moved, name) => {
  const after = new Map([["", []]])
  let last = ""
  for (const id of old.below.get(name) ?? []) {
    if (now.clauses.has(id) && !moved.has(id)) after.set(last = id, [])
    else after.get(last).push(id)
  }
  const found = []
  for (const id of ["", ...now.below.get(name) ?? []]) {
    if (id) found.push([id, false])
    if (!moved.has(id)) for (const left of after.get(id) ?? []) found.push([left, moved.has(left)])
  }
  return found
}

// --- What happened, as compare/comparing.py has it.

const compared = (data, from, to, kindOrder) => {
  const [before, after] = [from, to].map((id) => data.editions.find((one) => one.id === id))
  const [old, now] = [treeOf(data, before), treeOf(data, after)]
  const moved = movedOf(old, now)

  const entries = (name) => orderOf(old, now, moved, name).map(([id, left]) =>
    (left ? { departed: old.clauses.get(id) } : clause(id)))

  const clause = (id) => {
    const [was, is] = [old.clauses.get(id), now.clauses.get(id)]
    const said = was && is ? both(was, is) : alone((is ?? was).says, is ? "ins" : "del")
    const kinds = was && is ? said.kinds : [is ? "added" : "removed"]
    if (was && is && was.number !== is.number) kinds.push("renumbered")
    if (was && is && moved.has(id)) kinds.push("moved")
    kinds.sort((one, other) => kindOrder.indexOf(one) - kindOrder.indexOf(other))
    return { ...said, id, was, is, kinds, below: entries(id),
      mark: was && is ? "" : is ? " added" : " removed" }
  }

  const both = (was, is) => {
    const now = filled(is.says)
    if (was.wording === is.wording) return { ...now, kinds: [] }
    const { kinds = [], ...others } = is.differences[`${was.wording},${is.wording}`]
    for (const [name, [start, middle, end]] of Object.entries(others)) {
      const of = now[name]
      now[name] = of.slice(0, start) + middle + of.slice(of.length - end)
    }
    return { ...now, kinds: [...kinds] }
  }

  const filled = ({ title = "", blocks = "", closing = "" }) => ({ title, blocks, closing })

  const alone = (said, name) => {
    const { title, blocks, closing } = filled(said)
    return { title: title && marked(name, title), blocks: whole(blocks, name),
      closing: whole(closing, name) }
  }

  const title = both(...[before, after].map((one) => ({ wording: one.title,
    says: data.title.wordings[one.title], differences: data.title.differences })))
  const parts = (name) => data[name][`${before[name]},${after[name]}`]
  return { old, now, title: { ...title, kinds: title.kinds.filter((kind) => kind === "retitled") },
    preface: parts("preface"), conclusions: parts("conclusions"), positions: [before, after].map(
      (one) => data.editions.indexOf(one)),
    preamble: entries("_preamble"), clauses: entries("_clauses"), annexes: entries("_annexes") }
}

// --- The same as HTML, as render/redline.py has it.

const onlyRenumbered = (kinds) => kinds.every((kind) => kind === "renumbered")
const saysTheSame = (entry) => !entry.departed && onlyRenumbered(entry.kinds)
  && entry.below.every(saysTheSame)
const cameWith = (clause, around) => around && clause.mark && clause.mark === around.mark
const isStep = (clause, around) => !onlyRenumbered(clause.kinds) && !cameWith(clause, around)
const stepsIn = (entries, around) => entries.filter((one) => !one.departed).reduce((sum, one) =>
  sum + isStep(one, around) + stepsIn(one.below, one), 0)

const written = (one, language, said) => {
  const parts = [...one.preface, ...one.conclusions]
  const last = parts.filter(({ kinds }) => kinds).length + (one.title.kinds.length > 0)
    + [one.preamble, one.clauses, one.annexes].reduce((sum, group) => sum + stepsIn(group), 0)
  let steps = 0

  const change = (kinds = [], step = true) => {
    if (!kinds.length) return ""
    const names = kinds.map((kind) => `<span class="kind">${escaped(said.kinds[kind])}</span>`)
    if (!step) return `<p class="change">${names.join(" ")}</p>`
    steps += 1
    return `<p class="change" id="change-${steps}">${names.join(" ")}${
      link("previous", steps - 1)}${link("next", steps + 1)}</p>`
  }

  const link = (name, number) => (number < 1 || number > last ? ""
    : ` <a class="${name}" href="#change-${number}">${escaped(said[name])}</a>`)

  const part = (name) => ({ name: kind, kinds, blocks }) =>
    `<div class="${name}${kinds ? " changed" : ""}" data-kind="${escaped(kind)}">${
      change(kinds)}${blocks}</div>`

  const all = (entries, level, around, extra = "") => {
    const html = []
    for (let at = 0; at < entries.length; at++) {
      const same = []
      while (at < entries.length && saysTheSame(entries[at])) same.push(entries[at++])
      if (same.length) html.push(fold(same, level, extra))
      if (at === entries.length) break
      const entry = entries[at]
      html.push(entry.departed ? departure(entry.departed) : clause(entry, level, around, extra))
    }
    return html.join("")
  }

  const fold = (entries, level, extra) => {
    const names = entries.map(({ is }) => named(is, full(is))).join("; ")
    const inside = entries.map((entry) => clause(entry, level, undefined, extra)).join("")
    return `<details class="unchanged"><summary>${escaped(said.unchanged)} ${names}</summary>${
      inside}</details>`
  }

  const departure = (clause) => `<p class="departure"><span class="kind">${
    escaped(said.departed)}</span> <a href="#${clause.id}">${named(clause, full(clause))}</a></p>`

  const clause = (entry, level, around, extra) => {
    const { id, kinds, mark, closing, below } = entry
    const step = isStep(entry, around)
    const label = step || kinds.length === 1 && kinds[0] === "renumbered"
    return `<section class="clause${kinds.length ? " changed" : ""}${mark}${extra}" id="${id}">${
      label ? change(kinds, step) : ""}${head(entry, level)}${all(below, level + 1, entry)}${
      closing && `<div class="closing">${closing}</div>`}</section>`
  }

  const head = (entry, level) => {
    const number = numberOf(entry)
    const { title, blocks } = entry
    if (title) {
      const heading = `h${Math.min(level, DEEPEST_HEADING)}`
      return `<${heading}>${number && `${number} `}${title}</${heading}>${blocks}`
    }
    if (number && blocks.startsWith("<p>")) return `<p>${number} ${blocks.slice(3)}`
    return (number && `<p class="label">${number}</p>`) + blocks
  }

  const numberOf = ({ was, is }) => {
    const [before, after] = [was, is].map((one) => escaped(one?.number ?? ""))
    const html = before === after ? after
      : [before && marked("del", before), after && marked("ins", after)].filter(Boolean).join(" ")
    return html && `<span class="number">${html}</span>`
  }

  const html = [change(one.title.kinds), `<h${TITLE_LEVEL}>${one.title.title}</h${TITLE_LEVEL}>`,
    ...one.preface.map(part("preface")), all([...one.preamble, ...one.clauses], TITLE_LEVEL + 1),
    ...one.conclusions.map(part("conclusion")),
    all(one.annexes, TITLE_LEVEL + 1, undefined, " annex")].join("")
  const spoken = (words) => `<span class="spoken">${escaped(words)}</span>`
  const heard = html.replaceAll("<del>", `<del>${spoken(`[${said.deleted} `)}`)
    .replaceAll("<ins>", `<ins>${spoken(`[${said.inserted} `)}`)
    .replace(/<\/(?:del|ins)>/g, `${spoken("]")}$&`)
    .replaceAll('aria-label=""', `aria-label="${escaped(said.table)}"`)
  return { steps, html: `<article class="inforce-redline" lang="${language}">${heard}</article>` }
}

// References lead where they led from the text that they stand in.
const linked = (article, data, one, home) => {
  const [before, after] = one.positions
  const address = (name, position) => data.references[name]
    ?.reduce((found, [since, where]) => (since <= position ? where : found), null)
  for (const link of article.querySelectorAll("a.policy")) {
    const found = address(link.getAttribute("href"), link.closest("del") ? before : after)
    if (found) link.setAttribute("href", home + found)
    else link.replaceWith(...link.childNodes)
  }
  for (const link of article.querySelectorAll("a.clause")) {
    const id = link.getAttribute("href").slice(1)
    if (!one.old.clauses.has(id) && !one.now.clauses.has(id)) link.replaceWith(...link.childNodes)
  }
  article.normalize()
}

// The changed clauses by kind, as site/redlines.py has it.
const rowsOf = (one) => {
  const rows = new Map()
  const take = (entries, around) => {
    for (const entry of entries) {
      if (entry.departed) continue
      if (!cameWith(entry, around)) {
        for (const kind of entry.kinds) {
          rows.set(kind, [...rows.get(kind) ?? [], [entry.id, listed(entry)]])
        }
      }
      take(entry.below, entry)
    }
  }
  for (const group of [one.preamble, one.clauses, one.annexes]) take(group)
  return rows
}

const listed = ({ was, is, kinds }) => {
  const [before, after] = [was, is].map((one) => (one ? bare(one) : ""))
  if (!is) return named(was, before)
  const arrow = before && before !== after ? `${before} → ` : ""
  return arrow + named(kinds.includes("repealed") ? was : is, after)
}

// --- What clauses are called, as render/naming.py has it.

const full = ({ path }) => escaped(path.join(" "))
const bare = ({ path }) => escaped(path.map((one) => one.replace(/\.+$/, "")).join(" "))

const named = ({ id, says }, number) => {
  const found = [number, words(says.title ?? "").join(" ")].filter(Boolean).join(" ")
  return /[\p{L}\p{N}]/u.test(found) ? found : beginning(id, says)
}

const beginning = (id, says) => {
  const found = words(/<p>(.*?)<\/p>/s.exec(says.blocks)?.[1] ?? "")
  const first = found.length ? found : head(says.blocks ?? "")
  if (first.length <= MOST_NAMED) return first.join(" ") || id
  return `${first.slice(0, MOST_NAMED).join(" ").replace(/,+$/, "")}…`
}

// The words at the head of the first table.
const head = (blocks) => {
  const cells = /<thead>(.*?)<\/thead>/s.exec(blocks)?.[1].matchAll(/<th\b[^>]*>(.*?)<\/th>/gs) ?? []
  const said = [...cells].map(([, cell]) => words(cell).join(" ")).filter(Boolean)
  return said.join(", ").split(" ").filter(Boolean)
}

// The redline of two editions as an element, how many changes it has, and their list by kind:
// pairs of the kind's name and of the clauses, as pairs of an id and a name in HTML.
export const redline = (data, from, to, said, home) => {
  const one = compared(data, from, to, Object.keys(said.kinds))
  const { steps, html } = written(one, data.language, said)
  const template = document.createElement("template")
  template.innerHTML = html
  const article = template.content.firstChild
  linked(article, data, one, home)
  const rows = rowsOf(one)
  return { article, steps, rows: Object.keys(said.kinds).filter((kind) => rows.has(kind))
    .map((kind) => [said.kinds[kind], rows.get(kind)]) }
}
