// Runs before the first paint so that a dark room never sees a white flash. A file of its own: the page allows no inline script.
(function () {
  var chosen = null
  try { chosen = localStorage.getItem('touchstone.scheme') } catch (closed) { chosen = null }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
