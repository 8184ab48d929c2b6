import { inProcessClient, type Client } from './carriers/in-process.ts'
import { ChainCheck } from './chain-check.ts'
import { confirmPerson } from './confirm-person.ts'
import type { DemonstrationDesk, FillDemonstration } from './demonstration.ts'
import type { Caller } from './dispatch.ts'
import { FileTokens } from './file-tokens.ts'
import type { Handlers, Runners } from './handler-types.ts'
import type { Host } from './host.ts'
import { Jobs, type JobProgress } from './jobs.ts'
import { openLog } from './log.ts'
import { createRouter, type HostRouter } from './router.ts'
import { seedReference } from './seed-reference.ts'
import type { Holder } from './session.ts'
import { Sessions } from './sessions.ts'
import { SignInAttempts } from './sign-in-attempts.ts'
import { makeStageShelf } from './stage-shelf.ts'
import { StoreDoor } from './store-door.ts'
import { toProblem } from './to-problem.ts'
import type { Clock } from '../ports/clock.ts'
import type { Dialogs } from '../ports/dialogs.ts'
import type { PdfPrinter } from '../ports/pdf.ts'
import { makeBackup } from '../store/backup.ts'
import { pathsIn } from '../store/data-folder.ts'
import type { StretchOptions } from '../store/new-person.ts'
import type { Store } from '../store/store.ts'
import { diskFolders } from '../transport/disk-folders.ts'
import type { Parts } from '../usecases/context.ts'

export interface CoreOptions {
  /** The data folder 数据目录; it need not exist yet. */
  readonly folder: string
  readonly resources: string
  readonly clock: Clock
  readonly carrier: 'electron' | 'browser' | 'command-line'
  readonly pdf: PdfPrinter
  readonly readWorker: URL
  readonly pictureWorker: URL
  /** Without it what an import wrote is copied back on the core's own time. */
  readonly checkpointWorker?: URL
  readonly software: Parts['software']
  readonly dialogs?: Dialogs
  /** What is set up by this core is marked as a demonstration. */
  readonly demonstration?: boolean
  readonly fillDemonstration?: FillDemonstration
  /** Smaller work per password guess; for tests. */
  readonly stretch?: StretchOptions
}

/** What a carrier serves to one page. */
export interface Connection {
  readonly router: HostRouter
  readonly context: Caller
}

/** 核心 — the whole workstation behind one contract; shells and carriers only bring calls to it. */
export interface Core {
  readonly files: FileTokens
  connect(holder: Holder): Connection
  client(holder: Holder): Client
  /** Stops jobs, closes the database and lets the folder go. */
  close(): Promise<void>
}

export interface Tables {
  readonly handlers: Handlers
  readonly runners: Omit<Runners, 'workstation.fill-demonstration'>
}

const idleMinutes = 10

/** Composes a core over these tables of answers; the product's own are in `createCore`. */
export function composeCore(options: CoreOptions, { handlers, runners }: Tables): Core {
  const router = createRouter(handlers)
  const host = composeHost(options, router, runners)
  return {
    files: host.files,
    connect: (holder) => ({ router, context: { host, holder } }),
    client: (holder) => inProcessClient(router, host, holder),
    close: () => close(host, options.pdf),
  }
}

async function close(host: Host, pdf: PdfPrinter): Promise<void> {
  await host.jobs.close()
  await host.chain.close()
  await host.files.removeAll()
  await backUpOnClosing(host)
  await host.door.close()
  await pdf.close()
  await host.log.close()
}

/** A command line opens and closes all day; people close once. A full disk must not keep the office from closing. */
async function backUpOnClosing({ carrier, clock, door, log }: Host): Promise<void> {
  if (!door.isOpen || carrier === 'command-line') return
  try {
    await makeBackup(door.store, clock.now())
  } catch (thrown) {
    const { code } = toProblem(thrown, log, 'backup on closing')
    log.error({ code }, 'backup-on-closing-failed')
  }
}

function composeHost(options: CoreOptions, router: HostRouter, runners: Tables['runners']): Host {
  const {
    folder,
    resources,
    carrier,
    clock,
    fillDemonstration,
    stretch = {},
    demonstration = false,
  } = options
  const log = openLog(pathsIn(folder).logs)
  const chain = new ChainCheck(clock, log)
  const opened = async (store: Store): Promise<void> => {
    await seedReference(store, resources)
    chain.start(store)
  }
  const door = new StoreDoor(folder, clock, stretch, opened, options.checkpointWorker)
  const attempts = new SignInAttempts(clock)
  const host: Host = {
    folder,
    resources,
    carrier,
    demonstration,
    clock,
    log,
    door,
    chain,
    sessions: new Sessions(clock, carrier === 'command-line' ? 0 : idleMinutes),
    attempts,
    jobs: new Jobs(clock, (thrown, where) => toProblem(thrown, log, where)),
    files: new FileTokens(pathsIn(folder).exchange, clock),
    parts: composeParts(options, door, attempts),
    runners,
    dialogs: options.dialogs,
    demonstrate: fillDemonstration && ((progress) => fillDemonstration(deskOf(host, router, progress))),
  }
  return host
}

function composeParts(
  { pdf, readWorker, pictureWorker, software, clock }: CoreOptions,
  door: StoreDoor,
  attempts: SignInAttempts,
): Parts {
  return {
    pdf,
    readWorker,
    pictureWorker,
    software,
    stages: makeStageShelf(),
    folders: diskFolders(),
    keys: {
      workstationSigner: () => door.keys.workstationSigner(),
      personalSigner: (userId, pin, password) => door.keys.personalSigner(userId, pin, password),
      unsealForUs: (sealed) => door.keys.unsealForUs(sealed),
    },
    people: {
      confirm: (signInName, password) => confirmPerson({ door, attempts, clock }, signInName, password),
    },
  }
}

/** The demonstration's calls go through the same dispatch; only what they set up is marked. */
function deskOf(host: Host, router: HostRouter, progress: JobProgress): DemonstrationDesk {
  const marked: Host = { ...host, demonstration: true }
  return {
    ...progress,
    client: (holder) => inProcessClient(router, marked, holder),
    handIn: async (path, name) => (await host.files.adopt(path, name, false)).token,
  }
}
