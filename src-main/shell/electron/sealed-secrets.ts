import { safeStorage } from 'electron'

/** Seals with the operating system's own key store; refuses where it would only obscure. */
export function sealSecret(text: string): string {
  refuseWithoutKeyStore()
  return safeStorage.encryptString(text).toString('base64')
}

export function unsealSecret(sealed: string): string {
  refuseWithoutKeyStore()
  return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
}

function refuseWithoutKeyStore(): void {
  const weak = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (weak || !safeStorage.isEncryptionAvailable()) throw new Error('this machine has no key store')
}
