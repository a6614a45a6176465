/** The browser's own store; where it is closed (private windows), values live as long as the page. */
const fallback = new Map<string, string>()

export function read<T>(key: string): T | null {
  let text: string | null = fallback.get(key) ?? null
  try {
    text ??= localStorage.getItem(`touchstone.${key}`)
  } catch {
    // The store is closed: what the page itself remembers is all there is.
  }
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

export function write(key: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(`touchstone.${key}`, text)
    fallback.delete(key)
  } catch {
    fallback.set(key, text)
  }
}

export function remove(key: string): void {
  try {
    localStorage.removeItem(`touchstone.${key}`)
  } catch {
    // Closed: nothing was stored there.
  }
  fallback.delete(key)
}

export function keys(prefix: string): string[] {
  const remembered = [...fallback.keys()]
  try {
    const stored = Object.keys(localStorage).filter((key) => key.startsWith('touchstone.')).map((key) => key.slice('touchstone.'.length))
    return [...new Set([...stored, ...remembered])].filter((key) => key.startsWith(prefix))
  } catch {
    return remembered.filter((key) => key.startsWith(prefix))
  }
}
