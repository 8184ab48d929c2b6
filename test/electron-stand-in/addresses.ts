/** A scheme of our own needs a Chromium built with it; here its pages come from a secure origin of the same host name. */
const suffix = 'app.localhost'

export function toBrowser(address: string): string {
  return address.replace(/^app:\/\/([^/]+)/, `http://$1.${suffix}`)
}

export function toElectron(address: string): string {
  return address.replace(/^http:\/\/([^/]+)\.app\.localhost/, 'app://$1')
}
