import { z } from 'zod'
import { command, query } from './kinds.ts'
import { day, done, fen, fileRef, id, instant, programmeCode, totals, villageCode, year } from './values.ts'

const packageRow = z.object({
  packageId: id,
  kind: z.string(),
  programmeCode,
  year,
  recipientName: z.string(),
  villages: z.int(),
  supplementary: z.boolean(),
  status: z.enum(['built', 'released', 'cancelled']),
  totals,
  sequence: z.int().nullable(),
  tagmanifestSha256: z.string().nullable(),
  size: z.int().nullable(),
  builtBy: z.string(),
  builtAt: instant,
  releasedBy: z.string().nullable(),
  releasedAt: instant.nullable(),
  /** 线下签批 — who approved on paper, where the releasing person only registered it. */
  paperSignOff: z.object({ approverName: z.string(), signedOn: day, registeredBy: z.string() }).nullable(),
  demonstration: z.boolean(),
  mayRelease: z.boolean(),
  whyMayNotRelease: z.string().nullable(),
})

/** Every check of a package, by name; nothing is parsed before it is verified. */
export const verification = z.object({
  ok: z.boolean(),
  packageId: z.string().nullable(),
  kind: z.string().nullable(),
  township: z.string().nullable(),
  totalFen: fen.nullable(),
  rows: z.int().nullable(),
  demonstration: z.boolean().nullable(),
  signers: z.array(z.object({ role: z.string(), fingerprint: z.string(), owner: z.string().nullable() })),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})

export const exportPackageContract = {
  list: query.output(z.array(packageRow)),
  get: query.input(z.object({ packageId: id })).output(
    packageRow.extend({
      byVillage: z.array(
        z.object({
          villageCode,
          villageName: z.string(),
          totals,
          /** null where the programme is never posted. */
          publicityFen: fen.nullable(),
          serial: z.string().nullable(),
        }),
      ),
      tiesOut: z.boolean(),
    }),
  ),
  ready: query.input(z.object({ programmeCode, year })).output(
    z.object({
      posted: z.boolean(),
      villages: z.array(z.object({ villageCode, villageName: z.string(), totals })),
      open: z.array(z.string()),
    }),
  ),
  recipients: query.output(
    z.array(
      z.object({
        recipientId: id,
        name: z.string(),
        kind: z.enum(['department', 'finance']),
        ageRecipient: z.string(),
      }),
    ),
  ),
  addRecipient: command
    .input(
      z.object({
        name: z.string().trim().min(2),
        kind: z.enum(['department', 'finance']),
        ageRecipient: z.string().regex(/^age1[0-9a-z]{58}$/),
      }),
    )
    .output(z.object({ recipientId: id })),
  cancel: command.input(z.object({ packageId: id, reason: z.string().trim().min(2) })).output(done),
  /** The released bytes, to be saved to a stick or sent by hand. */
  file: query.input(z.object({ packageId: id })).output(fileRef),
  /** 签批单扫描件 — of a package approved on paper. */
  paperSheet: query.input(z.object({ packageId: id })).output(fileRef),
}
