/** What a value must be like: a quick yes or no, and for a no the paths that are not as they must be. */
export interface Rule {
  readonly fits: (value: unknown) => boolean
  readonly broken: (value: unknown, path: string) => readonly string[]
}

function when(fits: (value: unknown) => boolean): Rule {
  return { fits, broken: (value, path) => (fits(value) ? [] : [path]) }
}

/** Well-formed, so that its JSON has one spelling. */
export const text = when(
  (value) => typeof value === 'string' && value.length <= 500 && /\S/.test(value) && value.isWellFormed(),
)
export const flag = when((value) => typeof value === 'boolean')
/** Fen, 0.01 亩 or a count. */
export const count = when(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0),
)
export const sha256 = matching(/^[0-9a-f]{64}$/)
export const uuid = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const uuidV7 = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const divisionCode = matching(/^\d{12}$/)
export const day = when(isRealDay)
export const instant = when(isInstant)

export function matching(pattern: RegExp): Rule {
  return when((value) => typeof value === 'string' && pattern.test(value))
}

export function oneOf(...allowed: readonly unknown[]): Rule {
  return when((value) => allowed.includes(value))
}

export function nullable(rule: Rule): Rule {
  return {
    fits: (value) => value === null || rule.fits(value),
    broken: (value, path) => (value === null ? [] : rule.broken(value, path)),
  }
}

/** A field that may be left out; where it stands it must be right. */
export function optional(rule: Rule): Rule {
  return {
    fits: (value) => value === undefined || rule.fits(value),
    broken: (value, path) => (value === undefined ? [] : rule.broken(value, path)),
  }
}

export function listOf(rule: Rule): Rule {
  return {
    fits: (value) => Array.isArray(value) && value.every(rule.fits),
    broken: (value, path) =>
      Array.isArray(value) ? value.flatMap((item, index) => rule.broken(item, `${path}[${index}]`)) : [path],
  }
}

/** Exactly these fields; one that is not named here is refused, so nobody sends what nobody checks. */
export function fields<T extends object>(rules: { readonly [K in keyof Required<T>]: Rule }): Rule {
  const known = Object.entries<Rule>(rules)
  const ruleOf = new Map(known)
  return {
    fits: (value) => {
      if (!isObject(value)) return false
      const names = Object.keys(value)
      if (!names.every((name) => ruleOf.get(name)?.fits(value[name]))) return false
      return names.length === known.length || known.every(([name, rule]) => rule.fits(own(value, name)))
    },
    broken: (value, path) => {
      if (!isObject(value)) return [path]
      const unknownOnes = Object.keys(value).filter((name) => !ruleOf.has(name))
      const wrong = known.flatMap(([name, rule]) => rule.broken(own(value, name), at(path, name)))
      return [...wrong, ...unknownOnes.map((name) => at(path, name))]
    },
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Never what a prototype says. */
function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function isRealDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value))
    return false
  const date = Number(value.slice(8))
  return date <= 28 || date <= lastDateOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)))
}

function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** RFC 3339 with its offset. */
function isInstant(value: unknown): boolean {
  const time = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
  return typeof value === 'string' && time.test(value.slice(10)) && isRealDay(value.slice(0, 10))
}
