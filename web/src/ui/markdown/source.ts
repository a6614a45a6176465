const code = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/g
/** Stands for a dollar sign that is money, not mathematics. */
const dollar = '\uE000'

/**
 * Prepares a text for the Markdown parser without changing its length, so that every offset stays true: `\(x\)` and
 * `\[x\]` become `$$`, and a `$` that opens or closes nothing (as in 'from $5 to $10') is hidden from the mathematics.
 */
export function masked(source: string): string {
  return source.split(code).map((part, i) => (i % 2 === 1 ? part : maskedProse(part))).join('')
}

function maskedProse(prose: string): string {
  const brackets = prose.replace(/\\([([])([\s\S]*?)\\([)\]])/g, (whole, open: string, inner: string, close: string) =>
    (open === '(') === (close === ')') && !inner.includes('\n\n') ? `$$${inner}$$` : whole)
  return hideMoney(brackets.replace(/(?<=^|[^$])\$\$(?=[^$])/g, '\uE001\uE001'))
}

/** A closing dollar has no space before it and no digit after it, an opening one no space behind it; all others are money. */
function hideMoney(prose: string): string {
  const kept = prose.replace(/(?<![\\$])\$(?=[^\s$])((?:[^$\n]|\\\$)*?[^\s\\$])\$(?![\d$])/g, (whole, inner: string) =>
    looksLikeMathematics(inner) ? `\uE002${inner}\uE002` : whole)
  return kept.replace(/\$/g, dollar).replace(/[\uE001\uE002]/g, '$')
}

/** '5 and' between two prices is not a formula; 'x + 1' and '\alpha' are. */
function looksLikeMathematics(inner: string): boolean {
  return !/^\d[\d.,]*(\s*[-–—]|\s+[a-z]{2,})/i.test(inner)
}

export function unmasked(text: string): string {
  return text.replaceAll(dollar, '$')
}
