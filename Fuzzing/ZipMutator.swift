/// libFuzzer's own mutation of `size` bytes that may grow to `most`; the new size.
@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int) -> Int

/// Mutates a zip; every other time the members' own headers are then made to say again what the
/// directory says, or nearly all inputs would fail libzip's comparison of the two.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateZip(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32
) -> Int {
  let changed = mutate(data, size, most)
  if seed & 1 == 0 { alignHeaders(UnsafeMutableBufferPointer(start: data, count: changed)) }
  return changed
}

/// APPNOTE 6.3, sections 4.3.7 and 4.3.12: version to uncompressed size are 24 bytes in both.
private func alignHeaders(_ zip: UnsafeMutableBufferPointer<UInt8>) {
  guard zip.count >= 46 else { return }
  for entry in 0...(zip.count - 46) where matches(zip, entry, [0x50, 0x4B, 1, 2]) {
    let offset = (0..<4).reversed().reduce(0) { $0 << 8 | Int(zip[entry + 42 + $1]) }
    guard offset + 30 <= zip.count, matches(zip, offset, [0x50, 0x4B, 3, 4]) else { continue }
    for byte in 0..<22 { zip[offset + 4 + byte] = zip[entry + 6 + byte] }
    let length = Int(zip[entry + 28]) | Int(zip[entry + 29]) << 8
    (zip[offset + 26], zip[offset + 27]) = (zip[entry + 28], zip[entry + 29])
    guard offset + 30 + length <= zip.count, entry + 46 + length <= zip.count else { continue }
    for byte in 0..<length { zip[offset + 30 + byte] = zip[entry + 46 + byte] }
    if zip[entry + 10] == 0, zip[entry + 11] == 0 { alignChecksum(zip, entry, offset) }
  }
}

/// Gives a stored member the checksum of its bytes, in both headers.
private func alignChecksum(_ zip: UnsafeMutableBufferPointer<UInt8>, _ entry: Int, _ offset: Int) {
  func number(_ start: Int, _ count: Int) -> Int {
    (0..<count).reversed().reduce(0) { $0 << 8 | Int(zip[start + $1]) }
  }
  let start = offset + 30 + number(offset + 26, 2) + number(offset + 28, 2)
  let end = start + number(entry + 20, 4)
  guard end <= zip.count else { return }
  var crc = UInt32.max
  for byte in zip[start..<end] {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  for byte in 0..<4 {
    let value = UInt8(truncatingIfNeeded: ~crc >> UInt32(8 * byte))
    zip[entry + 16 + byte] = value
    zip[offset + 14 + byte] = value
  }
}

private func matches(
  _ zip: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ signature: [UInt8]
) -> Bool {
  zip[start..<(start + 4)].elementsEqual(signature)
}
