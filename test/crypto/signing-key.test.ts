import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { sm3Hex } from '../../src-main/crypto/digest.ts'
import { derFromRaw, rawFromDer } from '../../src-main/crypto/signature-der.ts'
import {
  fingerprintOf,
  makeSigningKey,
  signerFromSecret,
  verifySignature,
} from '../../src-main/crypto/signing-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'signing-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sm2Options = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678']
const signer = signerFromSecret(makeSigningKey().secret)
const message = Buffer.from('tagmanifest')

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function openssl(...args: readonly string[]): Buffer {
  return execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })
}

function opensslVerifies(publicKeyPem: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const files = [
    '-pubin',
    '-inkey',
    put('p.pem', publicKeyPem),
    '-in',
    put('m', bytes),
    '-sigfile',
    put('s', signature),
  ]
  try {
    return openssl('pkeyutl', '-verify', ...sm2Options, ...files)
      .toString()
      .includes('Verified Successfully')
  } catch {
    return false
  }
}

/** A public key of another curve or form, as OpenSSL writes it. */
function opensslPublicKey(...make: readonly string[]): string {
  const key = put('other.pem', openssl(...make))
  return openssl('pkey', '-in', key, '-pubout').toString()
}

function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}

function derOf(pem: string): Buffer {
  return Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64')
}

/** The same byte in base64 with the four bits behind it not nought: many decoders take both. */
function otherPaddingBits(last: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return `${alphabet[alphabet.indexOf(last[0] ?? '') + 1]}==`
}

test('OpenSSL verifies what we sign, and only that', () => {
  const messages = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), 8)
  for (const bytes of messages) {
    const fresh = signerFromSecret(makeSigningKey().secret)
    expect(opensslVerifies(fresh.publicKeyPem, bytes, fresh.sign(bytes))).toBe(true)
    expect(opensslVerifies(signer.publicKeyPem, bytes, fresh.sign(bytes))).toBe(false)
  }
})

test('we verify what OpenSSL signs, and only that', () => {
  const key = put('k.pem', openssl('ecparam', '-name', 'SM2', '-genkey', '-noout'))
  const publicKeyPem = openssl('pkey', '-in', key, '-pubout').toString()
  for (const bytes of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), 8)) {
    const signature = openssl('pkeyutl', '-sign', ...sm2Options, '-inkey', key, '-in', put('m', bytes))
    expect(verifySignature(publicKeyPem, bytes, signature)).toBe(true)
    expect(verifySignature(publicKeyPem, Buffer.concat([bytes, Buffer.from('x')]), signature)).toBe(false)
  }
})

test('the fingerprint is what OpenSSL and sha256sum give', () => {
  const der = openssl('pkey', '-pubin', '-in', put('p.pem', signer.publicKeyPem), '-outform', 'DER')
  const digest = execFileSync('sha256sum', [put('p.der', der)])
    .toString()
    .slice(0, 64)
  expect(signer.fingerprint).toBe(digest)
  expect(fingerprintOf(signer.publicKeyPem)).toBe(digest)
})

test('the example of GM/T 0003.5 holds here and in OpenSSL', () => {
  const secret = Buffer.from('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', 'hex')
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
  const { publicKeyPem } = signerFromSecret(secret)
  expect(derOf(publicKeyPem).toString('hex')).toContain('0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc07')
  expect(verifySignature(publicKeyPem, Buffer.from('message digest'), derFromRaw(r + s))).toBe(true)
  expect(opensslVerifies(publicKeyPem, Buffer.from('message digest'), derFromRaw(r + s))).toBe(true)
  expect(verifySignature(publicKeyPem, Buffer.from('message digesT'), derFromRaw(r + s))).toBe(false)
})

test('SM3 of abc is the standard’s', () => {
  expect(sm3Hex(Buffer.from('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('SM3 agrees with OpenSSL on any bytes', () => {
  for (const bytes of fc.sample(fc.uint8Array({ maxLength: 300 }), 10)) {
    expect(openssl('dgst', '-sm3', put('m', bytes)).toString()).toContain(sm3Hex(bytes))
  }
})

test('a signature has one spelling: trailing bytes, padding and long lengths are refused', () => {
  const signature = signer.sign(message)
  const raw = rawFromDer(signature) ?? ''
  const [r, s] = [Buffer.from(raw.slice(0, 64), 'hex'), Buffer.from(raw.slice(64), 'hex')]
  const integer = (bytes: Uint8Array) => Buffer.concat([Buffer.from([2, bytes.length]), bytes])
  const padded = Buffer.concat([
    integer(Buffer.concat([Buffer.alloc(2), r])),
    integer(Buffer.concat([Buffer.alloc(2), s])),
  ])
  const respelt = [
    Buffer.concat([signature, Buffer.from([0])]),
    Buffer.concat([Buffer.from([0x30, 0x81, signature.length - 2]), signature.subarray(2)]),
    Buffer.concat([Buffer.from([0x30, padded.length]), padded]),
    Buffer.concat([Buffer.from([0x31]), signature.subarray(1)]),
    signature.subarray(0, -1),
    Buffer.from(raw, 'hex'),
    new Uint8Array(0),
  ]
  expect(verifySignature(signer.publicKeyPem, message, signature)).toBe(true)
  for (const other of respelt) expect(verifySignature(signer.publicKeyPem, message, other)).toBe(false)
})

test('zero and numbers past the order are no signature', () => {
  const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'
  const raw = rawFromDer(signer.sign(message)) ?? ''
  const wrong = [
    '0'.repeat(128),
    raw.slice(0, 64) + '0'.repeat(64),
    order + raw.slice(64),
    raw.slice(0, 64) + order,
  ]
  for (const numbers of wrong)
    expect(verifySignature(signer.publicKeyPem, message, derFromRaw(numbers))).toBe(false)
})

test('any r and s keep their value through DER', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(3), (bytes, zeros) => {
      const raw = Buffer.from(bytes)
        .fill(0, 32, 32 + zeros)
        .toString('hex')
      expect(rawFromDer(derFromRaw(raw))).toBe(raw)
    }),
  )
})

test('random bytes are never a signature and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(verifySignature(signer.publicKeyPem, message, bytes)).toBe(false)
    }),
  )
})

test('a key of another curve, off the curve, compressed or respelt is no key', () => {
  const der = derOf(signer.publicKeyPem)
  const offCurve = Buffer.from(der)
  offCurve[90] = (offCurve[90] ?? 0) ^ 1
  const keys = [
    opensslPublicKey('ecparam', '-name', 'prime256v1', '-genkey', '-noout'),
    opensslPublicKey('genpkey', '-algorithm', 'ed25519'),
    pemOf(offCurve),
    pemOf(Buffer.concat([der, Buffer.from([0])])),
    openssl('ec', '-pubin', '-in', put('p.pem', signer.publicKeyPem), '-conv_form', 'compressed').toString(),
    `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`,
    signer.publicKeyPem.replace('-----\n', '-----\n\n'),
    signer.publicKeyPem.replace(/.==/, (last) => otherPaddingBits(last)),
    signer.publicKeyPem.trimEnd(),
    signer.publicKeyPem.replaceAll('\n', '\r\n'),
    `comment\n${signer.publicKeyPem}`,
    '',
  ]
  for (const key of keys) {
    expect(fingerprintOf(key)).toBeUndefined()
    expect(verifySignature(key, message, signer.sign(message))).toBe(false)
  }
})

test('the public key we write is exactly what OpenSSL writes', () => {
  const path = put('p.pem', signer.publicKeyPem)
  expect(openssl('pkey', '-pubin', '-in', path).toString()).toBe(readFileSync(path, 'utf8'))
})
