/** Who holds a session: a window, or a browser's cookie. Never the person. */
export type Holder = string

/** 登录 — one person at one holder. */
export interface Session {
  readonly userId: string
  readonly signInName: string
  readonly signedInAt: Date
  readonly locked: boolean
}
