/// What a section of a street file holds; each is there once, in this order.
enum SectionKind: UInt32, CaseIterable {
  case nodes = 1
  case nodeBarriers, links, shapeStarts, shapePoints, nameStarts, nameBytes
  case pathStarts, pathRights, pathLinks, source

  /// Bytes of a record.
  var recordBytes: Int {
    switch self {
    case .nodes, .shapePoints: 8
    case .links: LinkRecord.bytes
    case .shapeStarts, .nameStarts, .pathStarts, .pathLinks: 4
    case .nodeBarriers, .nameBytes, .pathRights, .source: 1
    }
  }
}

/// The head of a street file: `magic`, version, number of sections, bytes of the file, checksum;
/// then for each section its kind, the bytes of a record, where it begins, and its records.
enum FileHeader {
  static let magic: [UInt8] = Array("ANTENNE\n".utf8)
  static let headBytes = 8 + 4 + 4 + 8 + 8
  static let entryBytes = 4 + 4 + 8 + 8

  static func file(version: UInt32, _ sections: [(SectionKind, [UInt8])]) -> [UInt8] {
    var starts: [Int] = []
    var end = headBytes + sections.count * entryBytes
    for (_, bytes) in sections {
      end = aligned(end)
      starts.append(end)
      end += bytes.count
    }
    var file: [UInt8] = []
    file.reserveCapacity(end)
    file += magic
    file.append(version)
    file.append(UInt32(sections.count))
    file.append(UInt64(end))
    file.append(UInt64(0))
    for ((kind, bytes), start) in zip(sections, starts) {
      file.append(kind.rawValue)
      file.append(UInt32(kind.recordBytes))
      file.append(UInt64(start))
      file.append(UInt64(bytes.count / kind.recordBytes))
    }
    for ((_, bytes), start) in zip(sections, starts) {
      file += repeatElement(0, count: start - file.count)
      file += bytes
    }
    let sum = Checksum.of(file.span, from: headBytes)
    for byte in 0..<8 { file[24 + byte] = UInt8(truncatingIfNeeded: sum >> (8 * byte)) }
    return file
  }

  /// Where each section lies, all bounds checked.
  static func sections(
    _ file: [UInt8], version: UInt32
  ) throws(StreetFileFault) -> [SectionKind: Range<Int>] {
    let bytes = file.span
    guard file.starts(with: magic) else { throw .notAStreetFile }
    guard file.count >= headBytes else { throw .damaged("it ends within its header") }
    let found = bytes.uint32(8)
    guard found == version else { throw .version(found) }
    guard bytes.uint64(16) == UInt64(file.count) else {
      throw .damaged("it has \(file.count) bytes and says \(bytes.uint64(16))")
    }
    let count = SectionKind.allCases.count
    guard Int(bytes.uint32(12)) == count, file.count >= headBytes + count * entryBytes else {
      throw .damaged("its table of sections is not whole")
    }
    guard bytes.uint64(24) == Checksum.of(bytes, from: headBytes) else {
      throw .damaged("its checksum does not agree")
    }
    var sections: [SectionKind: Range<Int>] = [:]
    for (index, kind) in SectionKind.allCases.enumerated() {
      let entry = headBytes + index * entryBytes
      guard bytes.uint32(entry) == kind.rawValue,
        Int(bytes.uint32(entry + 4)) == kind.recordBytes,
        let start = Int(exactly: bytes.uint64(entry + 8)),
        let records = Int(exactly: bytes.uint64(entry + 16)),
        start <= file.count, records <= (file.count - start) / kind.recordBytes
      else { throw .damaged("its section \(kind) does not lie in the file") }
      sections[kind] = start..<start + records * kind.recordBytes
    }
    return sections
  }

  private static func aligned(_ position: Int) -> Int { (position + 7) & ~7 }
}

/// A checksum against damage, not against intent: four lanes of multiply and rotate over words of 8
/// bytes (FNV's prime), folded.
enum Checksum {
  static func of(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var position = start
    while position + 32 <= bytes.count {
      lanes.0 = rotated((lanes.0 ^ bytes.uint64(position)) &* prime)
      lanes.1 = rotated((lanes.1 ^ bytes.uint64(position + 8)) &* prime)
      lanes.2 = rotated((lanes.2 ^ bytes.uint64(position + 16)) &* prime)
      lanes.3 = rotated((lanes.3 ^ bytes.uint64(position + 24)) &* prime)
      position += 32
    }
    var sum = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = rotated((sum ^ lane) &* prime) }
    while position < bytes.count {
      sum = rotated((sum ^ UInt64(bytes[position])) &* prime)
      position += 1
    }
    return sum
  }

  private static func rotated(_ word: UInt64) -> UInt64 { word << 29 | word >> 35 }
}

extension Span<UInt8> {
  func uint16(_ position: Int) -> UInt16 {
    UInt16(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt16.self))
  }

  func uint32(_ position: Int) -> UInt32 {
    UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
  }

  func uint64(_ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}

extension [UInt8] {
  mutating func append(_ word: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
  }
}
