import { expect, it } from 'vitest'
import { waitingLine } from '../../src-main/transport/waiting-line.ts'

it('never lets more in than there are places, and lets everybody in at last', async () => {
  const inLine = waitingLine(2)
  let inside = 0
  const seen: number[] = []
  const work = async () => {
    seen.push((inside += 1))
    await new Promise((resolve) => setImmediate(resolve))
    inside -= 1
  }

  await Promise.all(Array.from({ length: 9 }, () => inLine(work)))

  expect(seen).toHaveLength(9)
  expect(Math.max(...seen)).toBe(2)
})

it('frees the place of work that failed, and of one who left the line', async () => {
  const inLine = waitingLine(1)
  const leaving = new AbortController()
  const failing = inLine(() => Promise.reject(new Error('no')))
  const left = inLine(() => Promise.resolve('never'), leaving.signal)
  leaving.abort(new Error('left'))

  await expect(failing).rejects.toThrow('no')
  await expect(left).rejects.toThrow('left')
  await expect(inLine(() => Promise.resolve('in'))).resolves.toBe('in')
})
