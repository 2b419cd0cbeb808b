import Findings

/// Looks at the size of a zip's directory before libzip holds it in memory
/// (APPNOTE 6.3, sections 4.3.14 to 4.3.16).
enum ZipDirectory {
  private static let endRecord: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let locator64: [UInt8] = [0x50, 0x4B, 6, 7]
  private static let endRecord64: [UInt8] = [0x50, 0x4B, 6, 6]

  /// Refuses when any end record, true or false, names more than the limits: which one libzip
  /// takes is its own affair. Where there is none, libzip says so.
  static func check(_ file: RegularFile, _ limits: ArchiveLimits) throws(Failure) {
    // The longest comment is 65,535 bytes; the record has 22, the locator before it 20.
    let size = try file.size()
    let start = max(0, size - 65_535 - 22 - 20)
    let tail = file.bytes(at: start, count: size - start)
    guard tail.count >= 22 else { return }
    for place in 0...(tail.count - 22) where tail[place...].starts(with: endRecord) {
      // The highest values say that the numbers are in the other record.
      try check(tail, count: place + 8, 2, size: place + 12, 4, file, limits, passingOver: true)
      guard place >= 20, tail[(place - 20)...].starts(with: locator64) else { continue }
      guard let offset = Int(exactly: number(tail, place - 12, 8)), offset <= size else { continue }
      let record = file.bytes(at: offset, count: 56)
      guard record.count == 56, record.starts(with: endRecord64) else { continue }
      try check(record, count: 24, 8, size: 40, 8, file, limits, passingOver: false)
    }
  }

  private static func check(
    _ record: [UInt8], count: Int, _ countBytes: Int, size: Int, _ sizeBytes: Int,
    _ file: RegularFile, _ limits: ArchiveLimits, passingOver highest: Bool
  ) throws(Failure) {
    // Twice: on this disk and on all disks, of which there is one.
    let entries = max(
      number(record, count, countBytes), number(record, count + countBytes, countBytes))
    let bytes = number(record, size, sizeBytes)
    let isElsewhere = highest && (entries == 0xFFFF || bytes == 0xFFFF_FFFF)
    if isElsewhere { return }
    guard entries <= UInt64(limits.members), bytes <= UInt64(limits.directoryBytes) else {
      throw .unusable(
        "too_many_members", file: file.path,
        """
        the zip has \(entries) members, listed in \(bytes) bytes; at most \(limits.members) in \
        \(limits.directoryBytes) are read
        """, remedy: "zip the feed's own files anew")
    }
  }

  /// A number with the lowest byte first.
  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
    bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
