// The stem of a Kazakh word whose letters are folded (words.js): қ is к, ғ is г, ң is н, і is и.
//
// Endings are taken off, the longest first, until none is left. So every form of a word comes
// down to one stem, even where the word itself ends like an ending and loses that too.
//
// An ending counts only behind letters that it may follow, because its first letter is
// assimilated to them: «шарт-ты», but «мақсат-ы», where no «ты» is. And the end of a word changes
// before some endings: дерек – дерегі, құқық – құқығы, талап – талабы, мүлік – мүлкі.
"use strict"

const KAZAKH_LETTERS = {
  V: "[аеиоуыэюя]", // vowels
  C: "[^аеиоуыэюя]", // consonants
  P: "[бвгдкпстфхцчшщ]", // voiceless, with those of loanwords that are spoken so
  L: "[жзйлруиюя]", // voiced, with the vowels that end in a glide
  N: "[мн]", // nasal
}

// Of each kind of ending: the letters before it, itself (А is а or е, Ы is ы or и), and how many
// letters have to be left.
const KAZAKH_ENDINGS = [
  // Of: деректер-дің. What: деректер-ді. To: деректер-ге. In: деректер-де. From: деректер-ден.
  // With: деректер-мен. That is in: деректер-дегі. Behind «his» they begin with н, or are н.
  ["P", "тЫн|тЫ|кА|тА|тАн|пен|тАгЫ", 3],
  ["L", "дЫн|дЫ", 3],
  ["V|L|N", "гА|дА|дАгЫ|мен", 3],
  ["V|L", "дАн", 3],
  ["N", "нЫн|дЫ|нАн", 3],
  ["V", "нЫн|нЫ", 3],
  ["ж|з", "бен", 3],
  ["Ы", "нА|ндА|нАн|ндАгЫ", 3],
  ["Ы", "н", 4],
  // My, our, your: дерег-ім, дерег-іміз, дерег-іңіз. His or their: дерег-і, база-сы.
  ["V", "мЫз|нЫз|сЫ", 3],
  ["C", "Ым|ЫмЫз|ЫнЫз|ЫмА", 4],
  ["C|у|и", "Ы", 2],
  // Several: база-лар, заң-дар, дерек-тер.
  ["V|р|й", "лАр", 3],
  ["N|ж|з|л", "дАр", 3],
  ["P", "тАр", 3],
  // In the manner or the language of: қазақ-ша.
  ["C", "шА", 4],
]

// To keep, keeps, what keeps, what was kept, keeping: сақта-у, сақта-йды, сақта-йтын(ы),
// сақта-ған(ын), сақта-п.
const KAZAKH_VERBS = [
  ["V", "йдЫ|йтЫн(?:Ын?)?", 3],
  ["C", "АдЫ|АтЫн(?:Ын?)?", 3],
  ["P", "кАн(?:Ын?)?", 3],
  ["V|L|N", "гАн(?:Ын?)?", 3],
  ["C|А", "у", 3],
  ["C", "Ып", 5],
  ["А", "п", 5],
]

function kazakh_ending([before, endings, least]) {
  const written = `^(.*(?:${before}))(?:${endings})$`
    .replace(/[VCPLN]/g, (kind) => KAZAKH_LETTERS[kind])
    .replace(/А/g, "[ае]").replace(/Ы/g, "[ыи]")
  return { pattern: new RegExp(written), least }
}

const KAZAKH = KAZAKH_ENDINGS.map(kazakh_ending)
const KAZAKH_VERBAL = KAZAKH_VERBS.map(kazakh_ending)

// The word without the longest of the endings; undefined where it has none.
function kazakh_shorter(word, endings) {
  const left = endings.flatMap(({ pattern, least }) => {
    const front = pattern.exec(word)?.[1] ?? ""
    return front.length >= least && /[аеиоуыэюя]/.test(front) ? [front] : []
  })
  return left.sort((one, other) => one.length - other.length)[0]
}

function kazakh(word) {
  for (;;) {
    const verb = kazakh_shorter(word, KAZAKH_VERBAL)
    const noun = kazakh_shorter(word, KAZAKH)
    if (verb && verb.length <= (noun ?? word).length) word = kazakh_active(verb)
    else if (noun) word = noun
    else break
  }
  return word
    .replace(/г$/, "к")
    .replace(/б$/, "п")
    .replace(/([кс])т$/, "$1") // объект – объектісі
    .replace(/^(...+[аеиоуыэюя])н$/, "$1") // органы may be of орган or of орга
    .replace(/ю$/, "й") // жою – жойылады
    .replace(/ь$/, "")
    .replace(/([аеиоуыэюя][^аеиоуыэюя]+)[ыи]([^аеиоуыэюя])$/, "$1$2")
}

// Of a verb in the passive, the active: сақтал-, жіберіл-.
function kazakh_active(verb) {
  return verb.replace(/^(..+(?:[ае]|[^аеиоуыэюя][ыи]))л$/, (all, front) =>
    front.replace(/[ыи]$/, ""))
}
