import { fingerprintOf, verifySignature } from '../crypto/signing-key.ts'
import { Problem } from '../domain/problem.ts'
import { isMachineName } from '../domain/machine.ts'
import type { Signer } from '../ports/signer.ts'
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts'
import {
  divisionCode,
  fields,
  flag,
  instant,
  matching,
  oneOf,
  sha256,
  text,
  textUpTo,
  uuid,
  when,
} from './shape.ts'

/** What others need to know of a machine to check what it signs and to encrypt to it. */
export interface MachineCard {
  readonly workstationId: string
  readonly name: string
  readonly publicKeyPem: string
  readonly ageRecipient: string
}

/** 登记申请 — a field laptop introduces itself to the office of its township. */
export interface EnrolmentRequest {
  readonly format: 'onecard-enrolment-request/1'
  readonly township: string
  readonly demonstration: boolean
  readonly machine: MachineCard
  readonly createdAt: string
}

/** 登记答复 — the office names the laptop and introduces itself; pins its key there. */
export interface EnrolmentAnswer {
  readonly format: 'onecard-enrolment-answer/1'
  readonly township: string
  readonly demonstration: boolean
  readonly office: MachineCard
  /** Whom it answers, under the name the office gave it. */
  readonly machine: { readonly workstationId: string; readonly name: string; readonly fingerprint: string }
  readonly createdAt: string
}

/** The file: what was said, to the byte, and the signature of who said it. */
interface SignedStatement {
  readonly statement: string
  /** Base64 of the DER signature of the statement's UTF-8 bytes. */
  readonly signature: string
}

const largestBytes = 64 * 1024

const machineName = when((value) => typeof value === 'string' && isMachineName(value))

const card = fields<MachineCard>({
  workstationId: uuid,
  name: machineName,
  publicKeyPem: matching(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]{60,400}-----END PUBLIC KEY-----\n$/),
  ageRecipient: matching(/^age1[0-9a-z]{58}$/),
})

const requestShape = fields<EnrolmentRequest>({
  format: oneOf('onecard-enrolment-request/1'),
  township: divisionCode,
  demonstration: flag,
  machine: card,
  createdAt: instant,
})

const answerShape = fields<EnrolmentAnswer>({
  format: oneOf('onecard-enrolment-answer/1'),
  township: divisionCode,
  demonstration: flag,
  office: card,
  machine: fields<EnrolmentAnswer['machine']>({
    workstationId: uuid,
    name: machineName,
    fingerprint: sha256,
  }),
  createdAt: instant,
})

const signedShape = fields<SignedStatement>({ statement: textUpTo(largestBytes), signature: text })

export function writeEnrolment(statement: EnrolmentRequest | EnrolmentAnswer, signer: Signer): Uint8Array {
  const said = canonicalJson(statement)
  const signature = Buffer.from(signer.sign(Buffer.from(said, 'utf8'))).toString('base64')
  return Buffer.from(`${canonicalJson({ statement: said, signature } satisfies SignedStatement)}\n`, 'utf8')
}

/** Proven to be said by whoever holds the key in it: whether that is the right machine only people can say. */
export function readEnrolmentRequest(bytes: Uint8Array): EnrolmentRequest {
  const file = readSigned(bytes)
  const request = file && parseCanonicalJson(file.statement)
  if (!file || !requestShape.fits(request))
    throw new Problem('machine.not-an-enrolment', { wanted: 'request' })
  const { machine } = request as EnrolmentRequest
  refuseBadSignature(machine, file)
  return request as EnrolmentRequest
}

export function readEnrolmentAnswer(bytes: Uint8Array): EnrolmentAnswer {
  const file = readSigned(bytes)
  const answer = file && parseCanonicalJson(file.statement)
  if (!file || !answerShape.fits(answer)) throw new Problem('machine.not-an-enrolment', { wanted: 'answer' })
  const { office } = answer as EnrolmentAnswer
  refuseBadSignature(office, file)
  return answer as EnrolmentAnswer
}

function readSigned(bytes: Uint8Array): SignedStatement | undefined {
  if (bytes.length > largestBytes) return undefined
  const file = parseCanonicalJson(Buffer.from(bytes).toString('utf8').trimEnd())
  return signedShape.fits(file) ? (file as SignedStatement) : undefined
}

function refuseBadSignature({ publicKeyPem }: MachineCard, { statement, signature }: SignedStatement): void {
  const [said, der] = [Buffer.from(statement, 'utf8'), Buffer.from(signature, 'base64')]
  if (fingerprintOf(publicKeyPem) === undefined || !verifySignature(publicKeyPem, said, der))
    throw new Problem('machine.enrolment-changed')
}
