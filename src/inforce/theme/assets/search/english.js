// The stem of an English word, by Porter's algorithm (tartarus.org/martin/PorterStemmer).
"use strict"

// An ending and what it becomes, where a syllable is left in front of it; the first that fits.
const ENGLISH_SHORTER = [
  Object.entries({
    ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", bli: "ble",
    alli: "al", entli: "ent", eli: "e", ousli: "ous", ization: "ize", ation: "ate", ator: "ate",
    alism: "al", iveness: "ive", fulness: "ful", ousness: "ous", aliti: "al", iviti: "ive",
    biliti: "ble", logi: "log",
  }),
  Object.entries({
    icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "",
  }),
]
const ENGLISH_LAST =
  /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$|^(.+?[st])ion$/

// `V` for each vowel, `C` for each consonant; y is a vowel behind a consonant.
function english_shape(word) {
  return word.replace(/[^aeiouy]y/g, "CV").replace(/[aeiou]/g, "V").replace(/[^V]/g, "C")
}

const english_measure = (word) => (english_shape(word).match(/V+C+/g) ?? []).length
const english_ends_short = (word) => /CVC$/.test(english_shape(word)) && !/[wxy]$/.test(word)

function english(word) {
  if (word.length < 3) return word
  word = word.replace(/(ss|i)es$|([^s])s$/, "$1$2")
  if (word.endsWith("eed")) {
    if (english_measure(word.slice(0, -3)) > 0) word = word.slice(0, -1)
  } else {
    const [, front] = /^(.+?)(?:ed|ing)$/.exec(word) ?? []
    if (front && english_shape(front).includes("V")) word = english_front(front)
  }
  word = word.replace(/^(.+[^aeiou])y$/, "$1i")
  for (const endings of ENGLISH_SHORTER) {
    const [ending, shorter] = endings.find(([ending]) => word.endsWith(ending)) ?? ["", ""]
    const front = word.slice(0, word.length - ending.length)
    if (ending && english_measure(front) > 0) word = front + shorter
  }
  const [, front, , ion] = ENGLISH_LAST.exec(word) ?? []
  if (english_measure(front ?? ion ?? "") > 1) word = front ?? ion
  return english_end(word)
}

// What is left in front of `ed` or `ing`.
function english_front(front) {
  if (/(?:at|bl|iz)$/.test(front)) return front + "e"
  if (/([^aeioulsz])\1$/.test(front)) return front.slice(0, -1)
  return english_measure(front) === 1 && english_ends_short(front) ? front + "e" : front
}

// Without the last `e`, or the second `l`.
function english_end(word) {
  if (word.endsWith("e")) {
    const front = word.slice(0, -1), measure = english_measure(front)
    if (measure > 1 || (measure === 1 && !english_ends_short(front))) word = front
  }
  return word.endsWith("ll") && english_measure(word) > 1 ? word.slice(0, -1) : word
}
