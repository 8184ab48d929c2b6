import { hash } from 'node:crypto'
import { sm3 } from 'sm-crypto-v2'

/** Lower-case hex, as `sha256sum` prints it. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** 国密杂凑. Never through node:crypto: Electron's BoringSSL has no SM3. */
export function sm3Hex(bytes: Uint8Array): string {
  return sm3(bytes)
}
