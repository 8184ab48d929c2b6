import { client } from '../api/calls.ts'
import { refreshSession } from '../api/query-client.ts'
import { tellOtherWindows } from './other-windows.ts'

/** 锁定 — the screen is covered at once; the person's work stays as it is. */
export async function lockSession(): Promise<void> {
  await client.session.lock().catch(() => undefined)
  await refreshSession()
  tellOtherWindows('locked')
}
