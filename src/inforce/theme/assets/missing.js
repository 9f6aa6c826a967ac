// On the page for an address where there is nothing: shows the document whose address is nearest
// to what was asked for, in the language that was asked for.
"use strict"

{
  const box = document.querySelector(".inforce-nearest")
  const base = box.dataset.base.split("/").filter(Boolean)
  const asked = location.pathname.toLowerCase().split("/").filter(Boolean).slice(base.length)
  const all = [...box.querySelectorAll("[data-names]")]
  const languages = all.map(({ lang }) => lang)
  const language = languages.includes(asked[0]) ? asked[0] : languages[0]

  // From 0 to 1.
  const likeness = (one, other) =>
    one.length > 3 && (one.includes(other) || other.includes(one)) ? 0.9 + 0.1 * (one === other)
    : 1 - distance(one, other) / Math.max(one.length, other.length)

  const nearness = ({ dataset }) => Math.max(0, ...asked.flatMap((part) =>
    dataset.names.split(" ").map((name) => likeness(part, name))))

  const near = all
    .filter(({ lang }) => lang === language)
    .map((sentence) => ({ sentence, near: nearness(sentence) }))
    .sort((one, other) => other.near - one.near)[0]
  if (near && near.near >= 0.5) near.sentence.hidden = false
}
