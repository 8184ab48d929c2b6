const names = /\.(?:jpe?g|png|webp|tiff?|pdf|heic|heif|bmp)$/i

/** Files of a folder that could be scans or photos; also those that will be refused by name, so that nobody misses them. */
export function looksLikeScan(name: string): boolean {
  return names.test(name) && !name.startsWith('.')
}
