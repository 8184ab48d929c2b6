import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient, isDefinedError } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { JobEvent } from '../../src-main/contract/job.ts'
import type { Client } from '../../src-main/host/carriers/in-process.ts'
import { serveMessagePort } from '../../src-main/host/carriers/message-port.ts'
import { bridgeSocket } from '../../src-main/shell/browser/socket-bridge.ts'
import { aWorkstation, hostTables, password, type Workstation } from '../builders/a-workstation.ts'

interface Line {
  readonly client: Client
  /** The page goes away. */
  cut(): Promise<void>
}
type Carrier = (workstation: Workstation, holder: string) => Promise<Line>

const overPort: Carrier = async ({ core }, holder) => {
  const { port1, port2 } = new MessageChannel()
  serveMessagePort(core, holder, port1)
  const client: Client = createORPCClient(new PortLink({ port: port2 }))
  port2.start()
  return {
    client,
    cut: async () => {
      port2.close()
      await once(port1, 'close')
    },
  }
}

/** As the browser host does it: frames go unread to the core's port. */
const overSocket: Carrier = async ({ core }, holder) => {
  const openPort = (): Promise<MessagePort> => {
    const { port1, port2 } = new MessageChannel()
    serveMessagePort(core, holder, port1)
    return Promise.resolve(port2)
  }
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', (socket) => void bridgeSocket(socket, openPort))
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const client: Client = createORPCClient(
    new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }),
  )
  return {
    client,
    cut: async () => {
      socket.close()
      await once(socket, 'close')
      server.close()
    },
  }
}

const inProcess: Carrier = async ({ core }, holder) => ({
  client: core.client(holder),
  cut: () => Promise.resolve(),
})

const period = { programmeCode: 'NY01', year: 2026 }
const checked = { rows: 3, withFindings: 1, byCheck: { C01: 1 } }

describe.each([
  ['a message port', overPort],
  ['a web socket', overSocket],
  ['a call in the same process', inProcess],
])('over %s', (_, carrier) => {
  let workstation: Workstation
  let line: Line
  let letGo: () => void
  let stopped: Promise<unknown>

  beforeEach(async () => {
    const held = Promise.withResolvers<null>()
    const ended = Promise.withResolvers<null>()
    letGo = () => held.resolve(null)
    stopped = ended.promise
    workstation = await aWorkstation(
      hostTables({
        runners: {
          'review.check': async (ctx) => {
            ctx.progress('检查', 1, 3)
            await Promise.race([held.promise, once(ctx.signal, 'abort')])
            ended.resolve(null)
            await ctx.breathe()
            return checked
          },
        },
      }),
    )
    line = await carrier(workstation, 'a window')
  })
  afterEach(async () => {
    letGo()
    await line.cut()
    await workstation.remove()
  })

  test('a question of anybody is answered', async () => {
    const state = await line.client.workstation.state()

    expect(state).toMatchObject({ setUp: true, carrier: 'browser', problem: null })
    expect(state.people.map((person) => person.displayName)).toContain('举报受理')
  })

  test('a refusal arrives as its code and facts', async () => {
    const refusal: unknown = await line.client.session
      .open({ signInName: 'clerk', password: 'wrong password' })
      .catch((error: unknown) => error)

    expect(isDefinedError(refusal as Error)).toBe(true)
    expect(refusal).toMatchObject({ code: 'PROBLEM', data: { code: 'sign-in.wrong-password', facts: {} } })
  })

  test('a call without a session is refused', async () => {
    await expect(line.client.division.villages()).rejects.toMatchObject({ data: { code: 'session.missing' } })
  })

  test('an input that breaks the contract names its field', async () => {
    await line.client.session.open({ signInName: 'clerk', password })

    await expect(line.client.setting.save({ values: { nothing: 'x' } })).rejects.toMatchObject({
      data: { code: 'input.invalid', facts: { fields: [{ path: 'values.nothing', rule: 'unknown' }] } },
    })
    await expect(line.client.setting.save({ values: { email: 5 as never } })).rejects.toMatchObject({
      data: { code: 'input.invalid', facts: { fields: [{ path: 'values.email', rule: 'invalid_type' }] } },
    })
  })

  test('what was saved is read again, in Chinese', async () => {
    await line.client.session.open({ signInName: 'clerk', password })

    await line.client.setting.save({ values: { acceptedBy: ' 镇纪委 𠅤某 ' } })

    expect((await line.client.setting.get()).values['acceptedBy']).toBe('镇纪委 𠅤某')
  })

  test('many calls at once are told apart', async () => {
    await line.client.session.open({ signInName: 'clerk', password })

    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => line.client.division.villages()),
      line.client.user.list().catch((error: { data: { code: string } }) => error.data.code),
    ])

    expect(answers.slice(0, 20).every((villages) => villages.length > 5)).toBe(true)
    expect(answers[20]).toBe('permission.denied')
  })

  test('a job is watched to its end', async () => {
    await line.client.session.open({ signInName: 'clerk', password })
    const { jobId } = await line.client.job.start({ kind: 'review.check', input: period })
    const events: JobEvent[] = []

    for await (const event of await line.client.job.watch({ jobId })) {
      events.push(event)
      letGo()
    }

    expect(events.at(-1)).toMatchObject({ state: 'done', result: checked })
  })

  test('a job is cancelled', async () => {
    await line.client.session.open({ signInName: 'clerk', password })
    const { jobId } = await line.client.job.start({ kind: 'review.check', input: period })
    const watch = await line.client.job.watch({ jobId })
    await watch.next()

    await line.client.job.cancel({ jobId })
    const states: string[] = []
    for await (const { state } of watch) states.push(state)

    expect(states.at(-1)).toBe('cancelled')
  })

  test('a session outlives the page, and so does its job', async () => {
    await line.client.session.open({ signInName: 'clerk', password })
    const { jobId } = await line.client.job.start({ kind: 'review.check', input: period })
    const watch = await line.client.job.watch({ jobId })
    await watch.next()
    await line.cut()

    line = await carrier(workstation, 'a window')
    letGo()
    await stopped

    expect((await line.client.session.current())?.signInName).toBe('clerk')
    expect((await line.client.job.list()).map((job) => job.jobId)).toEqual([jobId])
  })
})
