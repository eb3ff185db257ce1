// Shows another day at once, while it is dragged. Without this the form asks the server, which shows the same.
const article = document.querySelector('[data-schedule]')
const form = document.querySelector('form.day')
const day = form.elements.namedItem('at')
const slider = form.elements.namedItem('days')
const { today, locale, steps, first } = JSON.parse(article.dataset.schedule)
const number = new Intl.NumberFormat(locale)
const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
const dayMs = 86_400_000
const rows = [...document.querySelectorAll('tr[data-line]')]
const months = [...document.querySelectorAll('g[data-month]')]
const links = [...document.querySelectorAll('.languages a')]

const isoOf = (off) => new Date(Date.parse(today) + off * dayMs).toISOString().slice(0, 10)
const inWords = (off) => date.format(new Date(Date.parse(today) + off * dayMs))
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)

function show(off) {
  const counted = steps.filter(([, at, until]) => at <= off && (until === null || until > off))
  let cells = 0
  for (const row of rows) {
    const own = counted.filter(([line]) => line === Number(row.dataset.line))
    row.hidden = own.length === 0
    if (own.length === 0) continue
    const ownCells = sum(own.map((step) => step[4]))
    const days = own.map((step) => step[1])
    const ends = [inWords(Math.min(...days)), inWords(Math.max(...days))]
    row.querySelector('.records').textContent = number.format(sum(own.map((step) => step[3])))
    row.querySelector('.cells').textContent = number.format(ownCells)
    row.querySelector('.when').textContent = [...new Set(ends)].join(' – ')
    if (!row.closest('.restricted')) cells += ownCells
  }
  for (const section of article.querySelectorAll('section'))
    section.hidden = ![...section.querySelectorAll('tr[data-line]')].some((row) => !row.hidden)
  article.querySelector('.nothing').hidden = counted.length > 0
  document.querySelector('#records').textContent = number.format(
    sum(first.flatMap(([at, records]) => (at <= off ? records : []))),
  )
  document.querySelector('#cells').textContent = number.format(cells)
  const at = isoOf(off)
  for (const month of months) month.classList.toggle('later', month.dataset.month > at.slice(0, 7))
  form.elements.namedItem('was').value = at
  for (const link of links) {
    const to = new URL(link.href)
    to.searchParams.set('at', at)
    to.searchParams.delete('days')
    link.href = to.href
  }
}

slider.addEventListener('input', () => {
  day.value = isoOf(Number(slider.value))
  show(Number(slider.value))
})
day.addEventListener('input', () => {
  const off = Math.round((Date.parse(day.value) - Date.parse(today)) / dayMs)
  if (!(off >= 0 && off <= Number(slider.max))) return
  slider.value = String(off)
  show(off)
})
