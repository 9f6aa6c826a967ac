// The texts that readers of one language see, and the search in them.
"use strict"

// How much a word counts by where it stands, and how much of that passes on to what is below.
const PAGE = 8, TERM = 8, NUMBER = 6, TITLE = 3, TEXT = 1
const BELOW_PAGE = 0.15, BELOW = 0.35
// How well a word answers a word of the query.
const SAME = 1, FORM = 0.9, BEGUN = 0.6, LONGER = 0.4, NEAR = 0.3
// Sections of a page that are shown at once, all that are, and how far behind the best they may be.
const SHOWN = 3, MOST = 50, WORST = 0.15
const SNIPPET = 200 // letters

class Texts {
  // A page is in the language of these readers, or in the one that stands in for theirs.
  constructor({ language, others, pages }) {
    const languages = new Set([language, ...pages.map((page) => page.language)])
    this.others = others
    this.parts = Array.from(languages, (one) =>
      new Part(one, pages.filter((page) => page.language === one), one !== language))
  }

  // What is found: a page each, the best first, with its `items` as the theme shows them, and
  // what it is `about`, which is the same wherever the same text is shown; and whether the readers' own language has every word. With `near`, an unknown word is taken for
  // one that is nearly it.
  find(query, near = false) {
    const [own, ...others] = this.parts.map((part) => part.find(query, near))
    return { found: [own, ...others].flatMap(({ found }) => found), complete: own.complete }
  }
}

// The texts of one language among them.
class Part {
  constructor(language, pages, foreign) {
    this.language = language
    this.foreign = foreign
    this.sections = []
    this.words = new Map()
    for (const page of pages) {
      const top = this.add(page, page)
      const places = []
      for (const section of page.sections)
        places.push(this.add(section, page, places[section.above] ?? top))
    }
  }

  add(section, page, above) {
    const at = this.sections.push({ section, page, above }) - 1
    if (section.anchor) this.count(at, [fold(section.anchor)], NUMBER)
    this.count(at, all_keys(section.title), section === page ? PAGE : TITLE)
    this.count(at, all_keys(section.term), TERM)
    const text = all_keys(section.text)
    this.count(at, text, TEXT / (0.8 + text.length / 200))
    return at
  }

  count(at, keys, weight) {
    for (const key of keys) {
      if (!this.words.has(key))
        this.words.set(key, { stem: stem(key, this.language), places: new Map() })
      const { places } = this.words.get(key)
      // Every further time counts less.
      places.set(at, (places.get(at) ?? 0) + weight / (1 + 3 * Math.min(1, places.get(at) ?? 0)))
    }
  }

  find(query, near) {
    const terms = this.terms(query, near)
    const complete = terms.length > 0 && terms.every(({ answers }) => answers.size > 0)
    const pages = new Map()
    for (const one of this.ranked(terms)) {
      const { page } = this.sections[one.at]
      pages.set(page, [...pages.get(page) ?? [], one])
    }
    const best = [...pages].sort(([, one], [, other]) => worth(other) - worth(one))
    const found = best.map(([page, best]) =>
      ({ about: `${page.about} ${page.language}`, items: this.shown(page, best, terms) }))
    return { complete, found }
  }

  // The words of a query, each with those of the texts that answer it and how well.
  terms(query, near) {
    const all = [...words(query)].flatMap(({ start, end, keys: [whole, ...parts] }) => {
      const typed = query.slice(start, end)
      const answers = this.answers(whole, end === query.length, near && !parts.length)
      if (answers.size || !parts.length) return [{ typed, key: whole, answers }]
      return parts.map((key) => ({ typed: key, key, answers: this.answers(key, false, near) }))
    })
    const telling = all.filter(({ key }) => !COMMON[this.language]?.has(key))
    return telling.length ? telling : all
  }

  answers(key, unfinished, near) {
    const found = new Map()
    for (const one of [key, ...alike(key)]) this.answer(one, unfinished, found)
    if (near && !found.size && !/^\d/.test(key))
      for (const word of this.words.keys()) if (is_near(key, word)) found.set(word, NEAR)
    return found
  }

  answer(key, unfinished, found) {
    const number = /^\d/.test(key)
    const root = stem(key, this.language)
    for (const [word, { stem }] of this.words) {
      const well =
        word === key ? SAME
        : number ? unfinished && word.startsWith(key) && /\D/.test(word[key.length]) && BEGUN
        : stem === root ? FORM
        : word.startsWith(key) ? key.length > 1 && (unfinished ? BEGUN : key.length > 3 && LONGER)
        : root.length > 3 && stem.startsWith(root) && LONGER
      if (well) found.set(word, well)
    }
  }

  // The sections that answer best: where in `sections`, how well, and which terms they have.
  ranked(terms) {
    const size = this.sections.length
    const weights = terms.map(({ answers }) => this.weights(answers))
    const rarity = weights.map(({ count }) => Math.log(1 + size / Math.max(1, count)))
    const whole = rarity.reduce((sum, one) => sum + one, 0)
    const found = []
    for (let at = 0; at < size; at++) {
      if (!weights.some(({ own }) => own[at])) continue
      const has = weights.map(({ total }) => total[at])
      const sum = has.reduce((sum, one, term) => sum + rarity[term] * one, 0)
      const covered = has.reduce((sum, one, term) => sum + rarity[term] * Math.min(1, one), 0)
      found.push({ at, score: sum * (covered / whole) ** 2, has })
    }
    found.sort((one, other) => other.score - one.score)
    const best = found.slice(0, MOST)
    for (const one of best) one.score *= 1 + 0.3 * this.nearness(one.at, terms)
    best.sort((one, other) => other.score - one.score)
    return best.filter(({ score }) => score >= WORST * best[0].score)
  }

  // How much each section has of one term: by itself, and with what stands above it.
  weights(answers) {
    const own = new Float32Array(this.sections.length)
    const total = new Float32Array(this.sections.length)
    for (const [word, well] of answers)
      for (const [at, weight] of this.words.get(word).places) own[at] += well * weight
    let count = 0
    this.sections.forEach(({ above }, at) => {
      if (own[at]) count++
      const below = this.sections[above]?.above === undefined ? BELOW_PAGE : BELOW
      total[at] = 3 * own[at] / (own[at] + 2) + below * (total[above] ?? 0)
    })
    return { own, total, count }
  }

  // How many of the terms stand in the text beside each other as they do in the query, up to 1.
  nearness(at, terms) {
    const { title = "", text = "" } = this.sections[at].section
    const found = [...words(`${title}\n${text}`)].map(({ keys }) =>
      terms.findIndex(({ answers }) => keys.some((key) => answers.has(key))))
    const pairs = new Set(found.filter((term, place) => term >= 0 && found[place + 1] === term + 1))
    return terms.length > 1 ? pairs.size / (terms.length - 1) : 0
  }

  // A page and its sections, as the theme shows them. It opens as many sections as have the score
  // of the first item, which is the page, and takes a reader who presses Enter to the best.
  shown(page, found, terms) {
    const answered = new Set(terms.flatMap(({ answers }) => [...answers.keys()]))
    const sections = found.filter(({ at }) => this.sections[at].section !== page)
    const top = found.find(({ at }) => this.sections[at].section === page)
    const last = sections[Math.min(SHOWN, sections.length) - 1]?.score ?? 0
    const first = found[0] === top
    const score = first ? top.score : last - 0.001
    const head = { section: page, title: page.title, score, has: top?.has }
    const items = sections.map(({ at, score: own, has }, place) => {
      const score = first && place < SHOWN ? top.score : own
      return { section: this.sections[at].section, title: this.heading(at), score, has }
    })
    return [head, ...items].map(({ section, title, score, has }) => ({
      location: section === page ? page.path : `${page.path}#${encodeURIComponent(section.id)}`,
      title: this.spoken(marked(title, answered)),
      text: this.spoken(marked(section.text ?? "", answered, SNIPPET)),
      score: 100 * score,
      terms: Object.fromEntries(has?.map((one, term) => [terms[term].typed, one > 0]) ?? []),
    }))
  }

  // The number of a section and its title, or the title that it stands under.
  heading(at) {
    const { number = "" } = this.sections[at].section
    let place = at
    while (!this.sections[place].section.title) place = this.sections[place].above
    return [number, this.sections[place].section.title].filter(Boolean).join(" ")
  }

  spoken(html) {
    return this.foreign && html ? `<span lang="${this.language}">${html}</span>` : html
  }
}

// How well a page answers: by its best section, and half as much by the next ones.
function worth([{ score }, ...others]) {
  return score + others.slice(0, 4).reduce((sum, { score }) => sum + score / 2, 0)
}

const all_keys = (text = "") => [...words(text)].flatMap(({ keys }) => keys)

// Whether one word is the other with a slip of the hand, or two in a long word.
function is_near(key, word) {
  const slips = key.length < 4 ? 0 : key.length < 8 ? 1 : 2
  return Math.abs(key.length - word.length) <= slips && distance(key, word) <= slips
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`)

// The text as HTML with the words of `answered` marked; of one longer than `most`, the part that
// has the most of them.
function marked(text, answered, most = Infinity) {
  const found = [...words(text)].filter(({ keys }) => keys.some((key) => answered.has(key)))
  const [start, end] = text.length > most ? part(text, found, most) : [0, text.length]
  let html = "", at = start
  for (const word of found.filter((word) => start <= word.start && word.end <= end)) {
    html += `${escaped(text.slice(at, word.start))}<mark>${escaped(text.slice(word.start, word.end))}</mark>`
    at = word.end
  }
  return `${start ? "… " : ""}${html}${escaped(text.slice(at, end))}${end < text.length ? " …" : ""}`
}

// Where the part of the text begins and ends, at whole words.
function part(text, found, most) {
  const counts = found.map(({ start }) =>
    found.filter((word) => start <= word.start && word.end <= start + most - 40).length)
  const first = found[counts.indexOf(Math.max(...counts))]?.start ?? 0
  const start = first > 40 ? text.indexOf(" ", first - 40) + 1 : 0
  const end = start + most < text.length ? text.lastIndexOf(" ", start + most) : text.length
  return [start, end > start ? end : text.length]
}
