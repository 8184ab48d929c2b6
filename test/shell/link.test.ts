import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { Problem } from '../../src-main/domain/problem.ts'
import { linkTo } from '../../src-main/shell/link.ts'
import { threadChannel } from '../../src-main/shell/parent-channel.ts'

interface Left {
  double(input: number): number
  knock(input: { readonly name: string }): string
}
interface Right {
  refuse(input: 'problem' | 'defect'): never
}

const { port1, port2 } = new MessageChannel()
afterEach(() => port1.close())

it('asks both ways over one channel, hands ports along, and brings a Problem across as that Problem', async () => {
  const askRight = linkTo<Left, Right, MessagePort>(threadChannel(port1), {
    double: (input) => input * 2,
    knock: async ({ name }, [port]) => {
      port?.postMessage(`hello ${name}`)
      return name
    },
  })
  const askLeft = linkTo<Right, Left, MessagePort>(threadChannel(port2), {
    refuse: (input) => {
      throw input === 'problem' ? new Problem('storage.in-use', { folder: 'D' }) : new Error('a defect')
    },
  })
  const own = new MessageChannel()
  const heard = new Promise((done) => own.port1.once('message', done))

  expect(await Promise.all([askLeft('double', 2), askLeft('double', 3)])).toEqual([4, 6])
  expect(await askLeft('knock', { name: 'page' }, [own.port2])).toBe('page')
  expect(await heard).toBe('hello page')
  await expect(askRight('refuse', 'problem')).rejects.toMatchObject({
    code: 'storage.in-use',
    facts: { folder: 'D' },
  })
  await expect(askRight('refuse', 'problem')).rejects.toBeInstanceOf(Problem)
  await expect(askRight('refuse', 'defect')).rejects.toThrow('a defect')
  own.port1.close()
})
