import Testing

@testable import GTFSStore

@Suite struct Windows1252Tests {
  private func decoded(_ bytes: [UInt8]) -> String? {
    var text: [UInt8] = []
    Windows1252.decode(bytes.span, into: &text)
    return String(validating: text, as: UTF8.self)
  }

  @Test func bytesOfWesternEuropeBecomeTheirCharacters() {
    // As Windows writes it, byte by byte.
    let bytes: [UInt8] = [0x4C, 0x69, 0xE8, 0x67, 0x65, 0x96, 0x80, 0x84, 0xFF, 0x93]
    #expect(decoded(bytes) == "Liège–€„ÿ“")
  }

  @Test func everyByteIsACharacter() {
    let bytes = [UInt8](0...255)
    #expect(decoded(bytes)?.unicodeScalars.count == 256)
  }
}
