import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '../../src-main/contract/contract.ts'

const projectRoot = resolve(import.meta.dirname, '../..')

export type Client = ContractRouterClient<Contract>

/** The built browser host as its own process, on a data folder. */
export interface ServedWorkstation {
  /** Good once. */
  readonly address: string
  readonly processId: number
  /** Everything it said so far. */
  readonly said: () => string
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
  /** As a key of the terminal or whoever started it sends it. */
  signal(name: 'SIGINT' | 'SIGTERM'): void
  /** Ends it as a power cut would. */
  kill(): Promise<number | null>
  /** Asks it to stop; gives back its exit code. */
  stop(): Promise<number | null>
}

export async function serveWorkstation(folder: string, root = projectRoot): Promise<ServedWorkstation> {
  const args = [resolve(root, 'out/main/serve.js'), '--data', folder, '--no-open']
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((done) => program.once('exit', done))
  let said = ''
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const address = await addressSaidBy(program, () => said)
  return {
    address,
    processId: program.pid ?? 0,
    said: () => said,
    ended,
    signal: (name) => void program.kill(name),
    kill: () => {
      program.kill('SIGKILL')
      return ended
    },
    stop: () => {
      program.kill('SIGTERM')
      return ended
    },
  }
}

function addressSaidBy(program: ChildProcess, said: () => string): Promise<string> {
  return new Promise((done, fail) => {
    program.once('exit', (code) => fail(new Error(`the host ended with ${code}: ${said()}`)))
    program.stdout?.on('data', () => {
      const address = /http:\S+/.exec(said())?.[0]
      if (address !== undefined) done(address)
    })
  })
}

/** What a browser holds after it has opened the address. */
export async function enter(address: string): Promise<{ readonly origin: string; readonly cookie: string }> {
  const answer = await fetch(address, { redirect: 'manual' })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`not let in: ${answer.status}`)
  return { origin: new URL(address).origin, cookie }
}

/** One page of that browser. */
export async function openPage(entered: {
  origin: string
  cookie: string
}): Promise<{ client: Client; close(): void }> {
  const socket = new WebSocket(`${entered.origin.replace('http', 'ws')}/rpc`, {
    headers: { cookie: entered.cookie, origin: entered.origin },
  })
  await new Promise((done, fail) => socket.once('open', done).once('error', fail))
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return { client: createORPCClient(link), close: () => socket.close() }
}

export const people = {
  administrator: { signInName: 'admin', displayName: '管理员', password: '管理员的长密码一' },
  clerk: {
    signInName: 'clerk',
    displayName: '张经办',
    password: '经办人的长密码一',
    roles: ['clerk'] as const,
  },
}

/** A township with an administrator and a clerk, set up the way a person would. */
export async function setUpWorkstation(client: Client, townshipCode?: string): Promise<void> {
  const [township] = await client.workstation.townships()
  if (township === undefined) throw new Error('there are no townships')
  const clerk = { ...people.clerk, roles: [...people.clerk.roles] }
  await client.workstation.setUp({
    townshipCode: townshipCode ?? township.code,
    administrator: people.administrator,
    people: [clerk],
  })
}
