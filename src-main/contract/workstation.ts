import { z } from 'zod'
import { isMachineName, machineKinds } from '../domain/machine.ts'
import { command, exchange, query } from './kinds.ts'
import { day, done, fileRef, id, instant, role, townshipCode, villageCode } from './values.ts'

const newPerson = z.object({
  signInName: z.string().trim().min(1).max(20),
  displayName: z.string().trim().min(1).max(20),
  password: z.string().min(8).max(200),
  roles: z.array(role).min(1),
  /** 签名 PIN — only for approvers; wraps their personal signing key. */
  pin: z.string().min(8).max(64).optional(),
})

const grant = z.object({ role, programmeCode: z.string(), villageCode: z.string() })

const sessionView = z.object({
  userId: id,
  signInName: z.string(),
  displayName: z.string(),
  roles: z.array(role),
  grants: z.array(grant),
  signedInAt: instant,
  locked: z.boolean(),
  idleMinutes: z.int(),
  hasSigningKey: z.boolean(),
})

export const workstationContract = {
  /** Everything the sign-in page needs; asks for no session. */
  state: query.output(
    z.object({
      setUp: z.boolean(),
      demonstration: z.boolean(),
      machine: z.enum(machineKinds),
      carrier: z.enum(['electron', 'browser', 'command-line']),
      version: z.string(),
      build: z.string(),
      township: z.object({ code: townshipCode, name: z.string(), county: z.string() }).nullable(),
      people: z.array(
        z.object({ userId: id, signInName: z.string(), displayName: z.string(), roles: z.array(role) }),
      ),
      today: z.string(),
      problem: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
    }),
  ),
  /** Who can sign in to a demonstration, and with what; nobody anywhere else. */
  demonstrationPeople: query.output(
    z.array(z.object({ signInName: z.string(), password: z.string(), pin: z.string().nullable() })),
  ),
  townships: query.output(z.array(z.object({ code: townshipCode, name: z.string(), villages: z.int() }))),
  /** 启封恢复纸 — both halves open the data when every password is lost; one person gets a new password, and it is traced. */
  recover: exchange
    .input(
      z.object({
        halves: z.tuple([z.string().min(1).max(200), z.string().min(1).max(200)]),
        signInName: z.string().min(1),
        newPassword: z.string().min(8).max(200),
      }),
    )
    .output(done),
  setUp: exchange
    .input(
      z.object({
        townshipCode,
        /** 外业笔记本 is set up as one and stays one. */
        machine: z.enum(machineKinds).default('office'),
        machineName: z.string().refine(isMachineName).optional(),
        administrator: newPerson.omit({ roles: true, pin: true }),
        people: z.array(newPerson).min(1),
      }),
    )
    .output(
      z.object({
        workstationId: id,
        recoveryHalves: z.tuple([z.string(), z.string()]),
        recoverySheet: fileRef,
      }),
    ),
}

export const sessionContract = {
  open: exchange.input(z.object({ signInName: z.string(), password: z.string() })).output(sessionView),
  current: query.output(sessionView.nullable()),
  lock: query.output(done),
  unlock: exchange.input(z.object({ password: z.string() })).output(sessionView),
  close: query.output(done),
  /** Said by the page on input, at most once a minute; the host locks an idle session. */
  touch: query.output(done),
  changePassword: exchange
    .input(z.object({ oldPassword: z.string(), newPassword: z.string().min(8).max(200) }))
    .output(done),
}

export const userContract = {
  list: query.output(
    z.array(
      z.object({
        userId: id,
        signInName: z.string(),
        displayName: z.string(),
        active: z.boolean(),
        termFrom: z.string(),
        termTo: z.string().nullable(),
        grants: z.array(grant),
        hasSigningKey: z.boolean(),
        /** When the handover sheet of this stay was made; none yet is null. */
        handoverAt: instant.nullable(),
        version: z.int(),
      }),
    ),
  ),
  create: exchange.input(newPerson).output(z.object({ userId: id })),
  setGrants: command.input(z.object({ userId: id, version: z.int(), grants: z.array(grant) })).output(done),
  /** 离任交接单 — open tasks, key and media, to be signed by both sides; kept as it was printed. */
  handover: exchange
    .input(
      z.object({
        userId: id,
        receivedBy: z.string().trim().min(2).max(40),
        media: z.string().trim().min(1).max(500),
      }),
    )
    .output(z.object({ handoverId: id, openTasks: z.int(), file: fileRef })),
  handoverFile: query.input(z.object({ userId: id })).output(fileRef),
  /** Refused without a handover sheet made for the person. */
  deactivate: exchange
    .input(z.object({ userId: id, version: z.int(), reason: z.string().min(1) }))
    .output(done),
  /** Resets a forgotten password; the personal signing key stays lost (field-notes 13). */
  resetPassword: exchange
    .input(z.object({ userId: id, newPassword: z.string().min(8).max(200), reason: z.string().min(1) }))
    .output(done),
  makeSigningKey: exchange
    .input(z.object({ password: z.string(), pin: z.string().min(8).max(64) }))
    .output(z.object({ fingerprint: z.string() })),
  /** 一人多岗备案 — a dated exception, listed and reported with every package. */
  registerException: command
    .input(
      z.object({
        userId: id,
        roles: z.array(role).min(2),
        validTo: z.string(),
        reason: z.string().min(1),
        basis: z.string(),
      }),
    )
    .output(z.object({ exceptionId: id })),
  exceptions: query.output(
    z.array(
      z.object({
        exceptionId: id,
        displayName: z.string(),
        roles: z.array(role),
        validTo: z.string(),
        reason: z.string(),
        basis: z.string(),
        registeredBy: z.string(),
        registeredAt: instant,
      }),
    ),
  ),
}

export const divisionContract = {
  villages: query.output(z.array(z.object({ code: villageCode, name: z.string(), kind: z.string() }))),
  /** 旧区划 — old codes and names, and what stands in their place. */
  past: query.output(
    z.array(
      z.object({
        code: villageCode,
        name: z.string(),
        level: z.enum(['township', 'village']),
        replacedBy: villageCode,
        until: day,
      }),
    ),
  ),
  addPast: command
    .input(
      z.object({
        code: villageCode,
        name: z.string().trim().min(2).max(40),
        replacedBy: villageCode,
        until: day,
        basis: z.string().trim().min(2).max(200),
      }),
    )
    .output(done),
}

export const settingContract = {
  /** 异议渠道和落款 — required before a notice can be made. */
  get: query.output(z.object({ values: z.record(z.string(), z.string()), missing: z.array(z.string()) })),
  save: command.input(z.object({ values: z.record(z.string(), z.string()) })).output(done),
}

export const fileContract = {
  /** The shell's own dialogs; in the browser host files go over HTTP instead and these refuse. */
  pick: exchange
    .input(z.object({ purpose: z.enum(['spreadsheet', 'image', 'package', 'enrolment', 'pdf', 'scan']) }))
    .output(fileRef.nullable()),
  /** 多选 — several scans or photos at once, or all of a folder, read this once. */
  pickScans: exchange.input(z.object({ from: z.enum(['files', 'folder']) })).output(z.array(fileRef)),
  /** A folder by the shell's dialog; what goes back to the core is the token, never a path. */
  pickFolder: exchange.output(z.object({ token: z.string(), name: z.string() }).nullable()),
  /** U 盘 that are plugged in, for machines without such a dialog. */
  drives: query.output(z.array(z.object({ token: z.string(), name: z.string() }))),
  save: exchange.input(z.object({ token: z.string() })).output(z.object({ saved: z.boolean() })),
}

export const systemContract = {
  audit: query
    .input(
      z.object({ after: z.string().nullable().default(null), limit: z.int().min(1).max(500).default(100) }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({
            seq: z.int(),
            at: instant,
            actor: z.string(),
            action: z.string(),
            subject: z.string(),
            /** Of a person at this workstation; other things have none. */
            subjectName: z.string().nullable(),
            details: z.record(z.string(), z.unknown()),
            hash: z.string(),
          }),
        ),
        next: z.string().nullable(),
        total: z.int(),
      }),
    ),
  backups: query.output(
    z.array(
      z.object({
        name: z.string(),
        madeAt: instant,
        size: z.int(),
        verified: z.boolean(),
        /** Photos and scans it names of which no copy lies with the backups. */
        missingFiles: z.int(),
      }),
    ),
  ),
}
