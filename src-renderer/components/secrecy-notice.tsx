import type { ReactNode } from 'react'

/** Shown at sign-in and wherever a file is attached. */
export function SecrecyNotice(): ReactNode {
  return <p className="secrecy">非涉密，禁存国家秘密</p>
}
