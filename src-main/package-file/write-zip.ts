import { directory, localHead, placed, type PlacedMember, type ZipMember } from './zip-layout.ts'

const largestZip = 0xffff_fffe
const mostMembers = 0xfffe

/** The one zip of these members in this order: stored, no dates, no extra fields, no zip64. */
export function writeZip(members: readonly ZipMember[]): Uint8Array {
  return Buffer.concat(zipParts(members))
}

/** The same zip in pieces, for who passes every byte on anyway: packages are megabytes, copying them takes time. */
export function zipParts(members: readonly ZipMember[]): readonly Uint8Array[] {
  const parts: Uint8Array[] = []
  const entries: PlacedMember[] = []
  let at = 0
  for (const member of members) {
    const entry = placed(member, at)
    const head = localHead(entry)
    parts.push(head, member.bytes)
    entries.push(entry)
    at += head.length + member.bytes.length
  }
  if (at > largestZip || entries.length > mostMembers) throw new Error('a package this large needs splitting')
  return [...parts, directory(entries, at)]
}
