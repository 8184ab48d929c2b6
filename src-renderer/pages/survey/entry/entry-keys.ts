const fieldSelector = '.entry-input:not(:disabled)'

/** Moves the cursor as typists expect it; answers whether the key was its business. */
export function moveByKey(event: KeyboardEvent, form: HTMLElement): boolean {
  // While an input method offers words, Enter and the arrows are its own.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
  const from = event.target
  if (!(from instanceof HTMLElement) || !from.classList.contains('entry-input')) return false
  const to = targetOf(event, from, form)
  if (to === undefined) return false
  to.focus()
  return true
}

function targetOf(event: KeyboardEvent, from: HTMLElement, form: HTMLElement): HTMLElement | undefined {
  if (event.key === 'Enter') return beside(from, form, event.shiftKey ? -1 : 1)
  if (event.key === 'ArrowDown') return inColumn(from, form, 1) ?? beside(from, form, 1)
  if (event.key === 'ArrowUp') return inColumn(from, form, -1) ?? beside(from, form, -1)
  if (event.key === 'PageDown') return inSection(from, form, 1)
  if (event.key === 'PageUp') return inSection(from, form, -1)
  return undefined
}

function beside(from: HTMLElement, form: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const fields = fieldsIn(form)
  return fields[fields.indexOf(from) + step]
}

/** The same column of the row below or above. */
function inColumn(from: HTMLElement, form: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const { column } = from.dataset
  if (column === undefined) return undefined
  const fields = fieldsIn(form).filter((field) => field.dataset['column'] === column)
  return fields[fields.indexOf(from) + step]
}

function inSection(from: HTMLElement, form: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const sections = [...form.querySelectorAll<HTMLElement>('[data-section]')]
  const here = sections.findIndex((section) => section.contains(from))
  for (let at = here + step; at >= 0 && at < sections.length; at += step) {
    const [first] = fieldsIn(sections[at] ?? form)
    if (first !== undefined) return first
  }
  return undefined
}

function fieldsIn(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(fieldSelector)]
}
