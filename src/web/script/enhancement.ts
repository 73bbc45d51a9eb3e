/**
 * What a browser with JavaScript adds: steps from one difference to the next, unfolds all at once, and copies a
 * citation. Everything it adds is also reachable without it, so it makes its own buttons.
 */
export const ENHANCEMENT = `'use strict'
;(() => {
  const make = (label, onClick) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.textContent = label
    button.addEventListener('click', onClick)
    return button
  }

  const redline = document.querySelector('[data-redline]')
  const tools = document.querySelector('[data-redline-tools]')
  if (redline && tools) {
    const stops = [...redline.querySelectorAll('[data-difference]')]
    const folds = [...redline.querySelectorAll('details')]
    let at = -1
    const go = (step) => {
      if (stops.length === 0) return
      at = (at + step + stops.length) % stops.length
      const stop = stops[at]
      stop.scrollIntoView({ block: 'center' })
      stop.focus({ preventScroll: true })
      place.textContent = 'Difference ' + (at + 1) + ' of ' + stops.length
    }
    const place = document.createElement('span')
    place.className = 'quiet'
    place.setAttribute('role', 'status')
    if (stops.length > 1) {
      tools.append(make('Previous difference', () => go(-1)), make('Next difference', () => go(1)), place)
      document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
        if (event.key === 'n') go(1)
        if (event.key === 'p') go(-1)
      })
    }
    if (folds.length > 0) {
      const isOpen = () => folds.every((fold) => fold.open)
      const label = () => (isOpen() ? 'Fold unchanged passages' : 'Unfold all')
      const toggle = make(label(), () => {
        const open = !isOpen()
        for (const fold of folds) fold.open = open
        toggle.textContent = label()
      })
      tools.prepend(toggle)
      const link = document.querySelector('[data-unfold-link]')
      if (link) link.hidden = true
    }
  }

  for (const citation of document.querySelectorAll('[data-citation]')) {
    if (!navigator.clipboard) break
    const copy = make('Copy', async () => {
      const text = citation.textContent.replace(/\\s+/g, ' ').trim()
      try {
        await navigator.clipboard.writeText(text)
        copy.textContent = 'Copied'
      } catch {
        copy.textContent = 'Could not copy'
      }
    })
    citation.after(copy)
    const link = citation.querySelector('[data-address]')
    if (link) link.textContent = link.href
  }

  // The contents list shows where the reader is.
  const contents = document.querySelector('[data-contents]')
  if (contents && 'IntersectionObserver' in window) {
    const links = new Map([...contents.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]))
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue
          for (const link of links.values()) link.removeAttribute('aria-current')
          links.get(entry.target.id)?.setAttribute('aria-current', 'location')
        }
      },
      { rootMargin: '0px 0px -75% 0px' },
    )
    for (const id of links.keys()) {
      const heading = document.getElementById(id)
      if (heading) observer.observe(heading)
    }
  }
})()
`
