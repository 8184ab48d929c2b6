import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const launchTokenLifeMs = 10 * 60_000

/** 启动令牌 — lets exactly one browser in; what it holds from then on is a cookie. */
export interface LaunchGate {
  /** A token for one address, good once and not for long. */
  newToken(): string
  /** The `Set-Cookie` for whoever brings a good token. */
  admit(token: string): string | undefined
  /** The holder behind a request's cookies. */
  holderOf(cookies: string | undefined): string | undefined
}

export function createLaunchGate(now: () => number = Date.now): LaunchGate {
  // Cookies know no ports: two workstations in one browser must not take each other's.
  const cookieName = `onecard-${secret().slice(0, 8)}`
  const tokens = new Map<string, number>()
  const holders = new Map<string, string>()

  return {
    newToken() {
      const token = secret()
      tokens.set(token, now() + launchTokenLifeMs)
      return token
    },
    admit(token) {
      const known = [...tokens.keys()].find((each) => sameSecret(each, token))
      const goodUntil = known === undefined ? 0 : (tokens.get(known) ?? 0)
      if (known !== undefined) tokens.delete(known)
      if (goodUntil <= now()) return undefined
      const cookie = secret()
      holders.set(cookie, secret())
      return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`
    },
    holderOf(cookies) {
      const brought = cookieValue(cookies, cookieName)
      const known = [...holders.keys()].find((each) => sameSecret(each, brought ?? ''))
      return known === undefined ? undefined : holders.get(known)
    },
  }
}

export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

export function secret(): string {
  return randomBytes(32).toString('base64url')
}

function cookieValue(cookies: string | undefined, cookieName: string): string | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
}
