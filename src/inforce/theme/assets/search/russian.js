// The stem of a Russian word with ё as е, by the algorithm of Snowball (snowballstem.org).
"use strict"

function russian(word) {
  // Nouns that end as verbs do are taken in another case: запись, подпись; отзыв, архив, перерыв.
  const noun = word
    .replace(/(пис)ь$/, "$1и")
    .replace(/((?:от|вы|при|со)зыв|архив|рерыв)$/, "$1а")
    .replace(/^(им|врем)ен(?:и|ем|а|ам|ами|ах)$/, "$1я")
  // The vowel that comes and goes: список – списка, рассылок – рассылка, продавец – продавца.
  return snowball(noun).replace(/([аеиоуыэюя].*[^аеиоуыэюя])[ео]([кнц])$/, "$1$2")
}

// What the endings take away; those of `behind` count only behind `а` or `я`, which stays as `$1`.
function russian_ending(endings, behind = "-") {
  const [any, some] = [endings, behind].map((list) => list.trim().split(/\s+/).join("|"))
  return new RegExp(`(?:([ая])(?:${some})|(?:${any}))$`)
}

const RUSSIAN = {
  gerund: russian_ending("ив ивши ившись ыв ывши ывшись", "в вши вшись"),
  reflexive: russian_ending("сь ся"),
  adjective: russian_ending(`
    ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею`),
  participle: russian_ending("ивш ывш ующ", "ем нн вш ющ щ"),
  verb: russian_ending(`
    ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить
    ыть ишь ую ю`, "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"),
  noun: russian_ending(`
    а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию
    ью ю ия ья я`),
  and: russian_ending("и"),
  property: russian_ending("ост ость"),
  superlative: russian_ending("ейш ейше"),
  soft: russian_ending("ь"),
}

function snowball(word) {
  const head = /^.*?[аеиоуыэюя]/.exec(word)?.[0]
  if (!head) return word
  let rest = word.slice(head.length)
  const cut = (ending) => {
    const before = rest
    rest = rest.replace(ending, "$1")
    return rest !== before
  }
  if (!cut(RUSSIAN.gerund)) {
    cut(RUSSIAN.reflexive)
    if (cut(RUSSIAN.adjective)) cut(RUSSIAN.participle)
    else cut(RUSSIAN.verb) || cut(RUSSIAN.noun)
  }
  cut(RUSSIAN.and)
  if (/[аеиоуыэюя][^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя].*ость?$/.test(head + rest))
    cut(RUSSIAN.property)
  if (cut(RUSSIAN.superlative) || rest.endsWith("нн")) rest = rest.replace(/нн$/, "н")
  else cut(RUSSIAN.soft)
  return head + rest
}
