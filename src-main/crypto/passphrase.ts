import { randomBytes, randomInt, scrypt } from 'node:crypto'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Stanza, type Recipient } from 'age-encryption'

const label = Buffer.from('age-encryption.org/v1/scrypt', 'latin1')
/** What the age tool asks as well. */
const workFactor = 18
const saltBytes = 16

/** No I, L, O, U, 0, 1: it is written on paper and read out over the telephone. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 5
const lettersAGroup = 4

/** 口令 — made up here, so that nobody chooses a birthday: five groups of four, some 98 bits. */
export function makePassphrase(): string {
  const group = () => Array.from({ length: lettersAGroup }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/**
 * The age format's passphrase recipient. The library's own stretches on the calling thread and would hold every other
 * call up for seconds; Node's does it beside.
 */
export function passphraseRecipient(passphrase: string): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(saltBytes)
      const key = await stretched(passphrase, Buffer.concat([label, salt]))
      const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey)
      const saltText = salt.toString('base64').replace(/=+$/, '')
      return [new Stanza(['scrypt', saltText, String(workFactor)], body)]
    },
  }
}

function stretched(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const N = 2 ** workFactor
  const options = { N, r: 8, p: 1, maxmem: 256 * N * 8 }
  return new Promise((done, fail) =>
    scrypt(passphrase, salt, 32, options, (error, key) => (error ? fail(error) : done(new Uint8Array(key)))),
  )
}
