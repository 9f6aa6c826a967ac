// What was in force on a day, from the dates in the list of editions. Days and hours are those that
// the list is written in, so that neither the reader's zone nor clock is asked.
"use strict"

{
  const form = document.querySelector(".inforce-day")
  const field = form.querySelector("input")
  const output = form.querySelector("output")
  const phrases = document.querySelector(".inforce-answers").content
  const days = JSON.parse(output.dataset.days)

  // The editions that were or will be in force, the first one first.
  const editions = () => [...document.querySelectorAll("#_editions > [data-start]")]
    .map((entry) => ({ start: entry.dataset.start, end: entry.dataset.end || "9999",
      link: entry.querySelector("h2 a") }))
    .sort((one, other) => (one.start < other.start ? -1 : 1))

  // What of `day` each edition has: from when until when, and null where there is none.
  const parts = (day, found) => {
    const [begin, end] = [`${day}T00:00`, `${day}T24:00`]
    const held = found.filter((one) => one.start < end && one.end > begin && one.start < one.end)
    const times = held.map((one) => ({ from: one.start > begin ? one.start : begin,
      to: one.end < end ? one.end : end, link: one.link }))
    const gaps = [begin, ...times.map(({ to }) => to)].map((from, index) =>
      ({ from, to: index < times.length ? times[index].from : end, link: null }))
    return [...times, ...gaps].filter(({ from, to }) => from < to)
      .sort((one, other) => (one.from < other.from ? -1 : 1))
  }

  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text)
    && !Number.isNaN(Date.parse(`${text}T00:00Z`))
    && new Date(`${text}T00:00Z`).toISOString().startsWith(text)

  const inWords = (day) => {
    const [year, month, date] = day.split("-").map(Number)
    return days[month - 1].replace("{y}", year).replace("{d}", date)
  }

  const phrase = (name, slots = {}) => {
    const found = phrases.querySelector(`[data-answer=${name}]`).cloneNode(true)
    for (const slot of found.querySelectorAll("[data-slot]")) {
      slot.replaceWith(slots[slot.dataset.slot])
    }
    return found
  }

  const answer = (day) => {
    if (!isDay(day)) return [phrase("invalid", { text: day })]
    const found = editions()
    const on = inWords(day)
    const held = parts(day, found)
    const answers = held.length > 1 ? [phrase("several", { on }), hours(held)]
      : [one(held[0], on, day < found[0].start)]
    const now = new Date()
    now.setMinutes(now.getMinutes() - now.getTimezoneOffset())
    return day > now.toISOString().slice(0, 10) ? [...answers, phrase("future")] : answers
  }

  const one = ({ link }, on, early) => link
    ? phrase("one", { on, edition: link.cloneNode(true) })
    : phrase(early ? "before" : "after", { on })

  const hours = (held) => {
    const list = document.createElement("ul")
    for (const { from, to, link } of held) {
      const item = document.createElement("li")
      const what = link ? link.cloneNode(true) : phrase("none").firstChild
      item.append(`${from.slice(11)}–${to.slice(11)}: `, what)
      list.append(item)
    }
    return list
  }

  const tell = (day) => output.replaceChildren(...answer(day))

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (!field.value) {
      field.focus()
      return
    }
    const address = new URL(location.href)
    address.searchParams.set("on", field.value)
    history.replaceState(history.state, "", address)
    tell(field.value)
  })

  const asked = new URLSearchParams(location.search).get("on")
  if (asked) {
    if (isDay(asked)) field.value = asked
    // The list comes after this script.
    document.addEventListener("DOMContentLoaded", () => tell(asked))
  }
}
