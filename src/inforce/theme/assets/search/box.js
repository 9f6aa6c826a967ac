// The theme's search box listens to keys alone; words also come by pasting and by voice.
document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-md-component=search-query]")) target.dispatchEvent(new Event("keyup"))
})
