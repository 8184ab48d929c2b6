import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareKillGround, type KillGround } from '../kill/kill-ground.ts'
import { killPoints } from '../kill/points.ts'

let ground: KillGround | undefined
beforeAll(async () => {
  ground = await prepareKillGround('small')
})
afterAll(() => ground?.remove())

test.each(killPoints(20, 1))(
  'killed at $part of $moment: every step whole or absent, nothing acknowledged lost, the work goes on',
  async (point) => {
    const ran = await ground!.killAt(point)

    const toTheEnd = ['build', 'release']
    if (toTheEnd.includes(point.moment)) expect(toTheEnd).toEqual(expect.arrayContaining(ran))
    else expect(ran).toEqual(expect.arrayContaining(['review', 'post', ...toTheEnd]))
  },
)
