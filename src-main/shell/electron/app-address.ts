/** Pages come from here; the scheme is ours, so nothing else of this machine can claim its origin. */
export const pageScheme = 'app'
export const pageOrigin = `${pageScheme}://onecard`
export const pageAddress = `${pageOrigin}/index.html`
/** Documents on their way to paper. */
export const printOrigin = `${pageScheme}://print`

/** Whether a frame or a navigation is one of our own pages. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${pageScheme}:` && url.host === 'onecard'
}
