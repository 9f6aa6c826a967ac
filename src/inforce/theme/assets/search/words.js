// How a text is cut into words, and what of a word is compared.
"use strict"

// A number with signs between its digits (3.2, 5.3-1), or letters and digits with signs before
// letters: e-mail, info@shop.example. So 94-V is a number and a word.
const WORD = new RegExp(
  "[0-9]+(?:[-.][0-9]+)*(?![\\p{L}\\p{M}])"
  + "|[\\p{L}\\p{M}\\p{N}]+(?:[-\u2010\u2011.'’@_]\\p{L}[\\p{L}\\p{M}\\p{N}]*)*", "gu")
const STEMS = { ru: russian, kk: kazakh, en: english }
const LATIN = /[a-z]$/

// Each word of a text: where it stands, and the keys under which it is found. A word with signs
// inside has a key without them and one for each of its parts.
function* words(text) {
  for (const { 0: word, index } of text.matchAll(WORD))
    yield { start: index, end: index + word.length, keys: keys(word) }
}

function keys(word) {
  const folded = fold(word)
  const parts = /^[\d.-]+$/.test(folded) ? [folded] : folded.split(/[-.'@_]/)
  return parts.length > 1 ? [parts.join(""), ...parts] : parts
}

// Letters that many keyboards lack, or many people do not type, are as good as those they do.
const FOLDED = {
  "ё": "е", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ү": "у", "ұ": "у", "һ": "х", "і": "и",
  "\u2010": "-", "\u2011": "-", "’": "'",
}

function fold(word) {
  const folded = word.normalize("NFC").toLowerCase()
  return folded.replace(/[ёәғқңөүұһі\u2010\u2011’]/g, (letter) => FOLDED[letter])
}

// What is common to the forms of a word. English words stand in texts of every language, and the
// end of a word is inflected: IP-адреса.
function stem(word, language) {
  const cut = LATIN.test(word) ? english : STEMS[language]
  return cut && !/\d/.test(word) ? cut(word) : word
}

// What readers of one language often call by a word of another, or that has two names.
const ALIKE = ["cookie куки", "email почта пошта", "бин бсн bin", "иин жсн iin", "тоо жшс llp"]
  .map((list) => list.split(" "))

// Other words for the same.
function alike(key) {
  return ALIKE.find((words) => words.includes(key))?.filter((word) => word !== key) ?? []
}

// Words of a query that tell nothing beside others.
const COMMON = {
  ru: common("а без в во для до же за и из или к как ко какие какой когда ли на не о об от по под при про "
    + "с со то у что чтобы это где кто п пункт пункта пункте"),
  kk: common("және мен бен пен не немесе да де та те үшін туралы бойынша бұл осы сол қалай қандай қай кім "
    + "бар ма ме ба бе па пе тармақ тармағы тармақта"),
  en: common("a an and are as at be by can do for from how i in is it my of on or that the this to what "
    + "when where which who with clause section"),
}

function common(list) {
  return new Set(list.split(" ").map(fold))
}
