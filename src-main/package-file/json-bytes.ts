const quote = 0x22
const backslash = 0x5c

/**
 * JSON written as UTF-8 at once. Thousands of records joined as text and encoded afterwards take twice as long and
 * leave ten times the garbage. Whoever writes puts the fields in order and the punctuation between them.
 */
export class JsonBytes {
  #bytes: Buffer
  #at = 0

  constructor(expectedBytes: number) {
    this.#bytes = Buffer.allocUnsafe(Math.max(1024, expectedBytes))
  }

  /** Names and punctuation as they stand; ASCII only. */
  raw(json: string): void {
    this.#reserve(json.length)
    const bytes = this.#bytes
    let at = this.#at
    for (let index = 0; index < json.length; index++) bytes[at++] = json.charCodeAt(index)
    this.#at = at
  }

  number(value: number | null): void {
    this.raw(String(value))
  }

  text(value: string | null): void {
    if (value === null) this.raw('null')
    else if (!this.#plainText(value)) this.#anyText(value)
  }

  end(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }

  /** ASCII without escapes and three-byte characters: nearly every text there is. Others are left to the library. */
  #plainText(value: string): boolean {
    this.#reserve(3 * value.length + 2)
    const bytes = this.#bytes
    let at = this.#at
    bytes[at++] = quote
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index)
      if (unit < 0x80) {
        if (unit < 0x20 || unit === quote || unit === backslash) return false
        bytes[at++] = unit
      } else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) return false
      else {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[at++] = 0x80 | (unit & 0x3f)
      }
    }
    bytes[at++] = quote
    this.#at = at
    return true
  }

  #anyText(value: string): void {
    const json = JSON.stringify(value)
    this.#reserve(3 * json.length)
    this.#at += this.#bytes.write(json, this.#at, 'utf8')
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + more))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}
