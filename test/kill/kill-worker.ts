import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openDesk, type Desk, type DeskPlace } from './desk.ts'
import { allSteps, goOn } from './steps.ts'

interface Order extends DeskPlace {
  /** Names of the steps to do; then it waits to be killed. */
  readonly steps: readonly string[]
}

const order = JSON.parse(process.argv[2] ?? '') as Order
const desk = await openDesk(order)
const settings = keepSaving(desk)
await goOn(
  desk,
  allSteps.filter((step) => order.steps.includes(step.name)),
  { begins: (moment) => say({ begins: moment }), acknowledged: () => acknowledge(desk) },
)
say({ begins: 'end' })
await settings

/** Told only after the core has answered: from here on this entry and all before it must outlive anything. */
async function acknowledge({ office }: Desk, email?: string): Promise<void> {
  const { rows } = await office.administrator.system.audit({ limit: 1 })
  say({ seq: rows[0]?.seq, hash: rows[0]?.hash, email })
}

/** Somebody else at work at the same time: small entries that queue up between the long ones. */
async function keepSaving(at: Desk): Promise<never> {
  for (let count = 1; ; count += 1) {
    const email = `entry${String(count)}@example.cn`
    await at.office.administrator.setting.save({ values: { email } })
    await acknowledge(at, email)
    await wait(25)
  }
}

/** In one piece and at once: a line that was written has left this process. */
function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
