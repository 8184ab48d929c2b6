import type { Actor } from '../usecases/context.ts'

/** Who holds a session: a window, or a browser's cookie. Never the person. */
export interface Holder {
  readonly id: string
}

/** 登录 — one person at one holder, locked or not. */
export interface Session {
  readonly actor: Actor
  readonly signInName: string
  readonly signedInAt: Date
  readonly locked: boolean
}
