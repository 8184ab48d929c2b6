import { readFile } from 'node:fs/promises'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from '../../src-main/core.ts'
import type { Client } from '../../src-main/host/carriers/in-process.ts'
import { HandClock, password, townshipCode } from './a-workstation.ts'
import { aCoreOver, type AnOffice, aPerson, windowOf } from './an-office.ts'

export interface AFieldLaptop {
  readonly name: string
  readonly core: Core
  readonly clock: HandClock
  readonly folder: string
  readonly administrator: Client
  readonly clerk: Client
  /** Lays a file where the shell would and answers its token. */
  handIn(name: string, bytes: Uint8Array | string): Promise<string>
  remove(): Promise<void>
}

/** 外业笔记本 — an encrypted folder of its own with an administrator and one visitor. */
export async function aFieldLaptop(
  name = '1 号笔记本',
  { demonstration = false, township = townshipCode, visitor = `${name}走访员` } = {},
): Promise<AFieldLaptop> {
  const folder = await mkdtemp(join(tmpdir(), 'onecard-laptop-'))
  const files = await mkdtemp(join(tmpdir(), 'onecard-files-'))
  const clock = new HandClock()
  const core = aCoreOver(folder, clock, { demonstration })
  await core.client('set-up').workstation.setUp({
    ...{ townshipCode: township, machine: 'field', machineName: name },
    administrator: { signInName: 'administrator', displayName: '管理员', password },
    people: [{ ...aPerson('clerk', 'clerk'), displayName: visitor }],
  })
  let handed = 0
  return {
    ...{ name, core, clock, folder },
    administrator: await windowOf(core, 'administrator'),
    clerk: await windowOf(core, 'clerk'),
    handIn: async (fileName, bytes) => {
      const path = join(files, `${++handed}-${fileName}`)
      await writeFile(path, bytes)
      return (await core.files.adopt(path, fileName, false)).token
    },
    remove: async () => {
      await core.close()
      for (const path of [folder, files]) await rm(path, { recursive: true, force: true })
    },
  }
}

/** The bytes of a file a core handed out. */
export async function bytesOf(core: Core, { token }: { readonly token: string }): Promise<Uint8Array> {
  return readFile((await core.files.take(token)).path)
}

/** A file of one machine's carried to another, as on a stick. */
export async function carried(
  from: Core,
  file: { readonly token: string; readonly name: string },
  to: Pick<AFieldLaptop, 'handIn'>,
): Promise<string> {
  return to.handIn(file.name, await bytesOf(from, file))
}

/** Introduced to each other, both codes compared. */
export async function enrol(office: AnOffice, laptop: AFieldLaptop): Promise<string> {
  const request = await laptop.administrator.fieldwork.requestFile()
  const read = await office.administrator.fieldwork.readRequest({
    fileToken: await carried(laptop.core, request, office),
  })
  const { machineId, file } = await office.administrator.fieldwork.acceptRequest({
    stageId: read.stageId,
    name: laptop.name,
  })
  const { stageId } = await laptop.administrator.fieldwork.readAnswer({
    fileToken: await carried(office.core, file, laptop),
  })
  await laptop.administrator.fieldwork.pinOffice({ stageId })
  return machineId
}
