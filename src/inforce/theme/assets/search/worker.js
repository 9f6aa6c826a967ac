// The site's search: it answers the search box of the theme, which asks by messages.
//
// Loaded as `worker.js?kk`, it searches the texts that readers of Kazakh see, and those of other
// languages after them (see `find`). Nothing is loaded before a reader types. The messages are
// those of Material for MkDocs: 0 set up, 1 ready, 2 a query, 3 its results.
"use strict"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const ENGINE = ["distance.js", "russian.js", "kazakh.js", "english.js", "words.js", "texts.js"]
const own = decodeURIComponent(location.search.slice(1))
const loaded = new Map()
let engine = false
let last = 0

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY })
  if (type !== QUERY) return
  const turn = ++last
  const found = data.trim() ? await find(data) : []
  // A reader who types on waits for the newest answer only.
  if (turn === last) postMessage({ type: RESULT, data: { items: found.map(({ items }) => items) } })
})

// The own language first. Where it lacks a word, the first other language that has them all
// follows; where none has, a word that is nearly the same is taken for a slip of the hand.
async function find(query) {
  try {
    const texts = await texts_of(own)
    const { found, complete } = texts.find(query)
    if (complete || query.trim().length < 3) return found
    const seen = new Set(found.map(({ about }) => about))
    for (const language of texts.others) {
      const other = (await texts_of(language)).find(query)
      if (other.complete) return [...found, ...other.found.filter(({ about }) => !seen.has(about))]
    }
    return texts.find(query, true).found
  } catch (error) {
    console.warn(error)
    return []
  }
}

function texts_of(language) {
  if (!loaded.has(language)) {
    const loading = load(language)
    loading.catch(() => loaded.delete(language)) // the line may be back for the next query
    loaded.set(language, loading)
  }
  return loaded.get(language)
}

async function load(language) {
  const coming = fetch(new URL(`../../search/${language}.json`, location))
  if (!engine) importScripts(...ENGINE)
  engine = true
  const response = await coming
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return new Texts(await response.json())
}
