import { fill, locale, said } from './i18n'

type Money = { minor: number; currency: string }

const digits = new Map<string, number>()

/** How many digits stand after the point: 2 for dollars, 0 for yen. */
export function fractionDigits(currency: string): number {
  let found = digits.get(currency)
  if (found === undefined) {
    found = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, found)
  }
  return found
}

/** Money in the reader's locale, to the last minor unit. */
export function money(amount: Money): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: amount.currency })
    .format(amount.minor / 10 ** fractionDigits(amount.currency))
}

/** What an hour brings at the expected minutes, the honest way to read a rate per task. */
export function hourly(rate: Money, expectedMinutes: number): Money | null {
  return expectedMinutes > 0 ? { minor: Math.round(rate.minor * 60 / expectedMinutes), currency: rate.currency } : null
}

export function percent(value: number, places = 0): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: places, minimumFractionDigits: places }).format(value)
}

/** '3 tasks'; another language has its own forms under '# task'. */
export function count(n: number, one: string, many = `${one}s`): string {
  return fill(said(`# ${one}`) ?? `{n, plural, one {# ${one}} other {# ${many}}}`, { n })
}

/** 3:07 or 1:02:09. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, i) => i === 0 ? String(part) : String(part).padStart(2, '0')).join(':')
}

export function day(instant: string): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant))
}

export function moment(instant: string): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** 'in 3 hours', '2 days ago'. */
export function relative(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60]]
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit)
  }
  return format.format(Math.round(seconds), 'second')
}

/** Responses are called A, B, C … wherever people see them. */
export function letter(index: number | string): string {
  return String.fromCharCode(65 + Number(index))
}

/** '12 kB', '3.4 MB'. */
export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3))
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: units[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 })
    .format(size / 1000 ** step)
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value)
}

/** 'English' for 'en'; what is no language code stays as it is. */
export function language(code: string): string {
  try {
    const name = new Intl.DisplayNames(locale(), { type: 'language', fallback: 'code' }).of(code)
    // A name in place of a code comes back in lower case: it stays as it was written.
    return !name || name.toLowerCase() === code.toLowerCase() ? code : name
  } catch {
    return code
  }
}
