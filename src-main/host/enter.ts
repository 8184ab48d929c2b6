import { Problem } from '../domain/problem.ts'
import { recordAudit } from '../store/audit.ts'
import type { SignInAttempts } from './sign-in-attempts.ts'
import type { StoreDoor } from './store-door.ts'

/** Where passwords are given, and what counts the wrong ones. */
export interface Door {
  readonly attempts: SignInAttempts
  readonly door: StoreDoor
}

/** Slowed down after wrong passwords; every failure is kept until the database can take its trace. */
export async function enter(host: Door, signInName: string, password: string): Promise<{ userId: string }> {
  host.attempts.begin(signInName)
  try {
    const person = await host.door.enter(signInName, password)
    host.attempts.succeed(signInName)
    return person
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'sign-in.wrong-password') host.attempts.fail(signInName)
    else host.attempts.succeed(signInName)
    throw thrown
  } finally {
    await recordFailures(host)
  }
}

async function recordFailures({ attempts, door }: Door): Promise<void> {
  if (!door.isOpen) return
  for (const { signInName, at } of attempts.takeFailures()) {
    const entry = {
      at: at.toISOString(),
      actor: '',
      action: 'session.open-failed',
      subject: signInName,
      details: {},
    }
    await door.store.inTransaction((writer) => recordAudit(writer, entry))
  }
}
