/// The Western European encoding of Windows, of which Latin-1 is a part: what a text that is no
/// UTF-8 almost always is in the feeds of Europe and the Americas.
enum Windows1252 {
  /// 0x80 to 0x9F; the other bytes are the characters of the same number. The five that the
  /// encoding leaves open stand for themselves, as the WHATWG Encoding standard has it.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Appends the text as UTF-8.
  static func decode(_ text: Span<UInt8>, into utf8: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      let number = byte >= 0x80 && byte < 0xA0 ? high[Int(byte) - 0x80] : UInt32(byte)
      guard let scalar = Unicode.Scalar(number) else { continue }
      utf8.append(contentsOf: Character(scalar).utf8)
    }
  }
}
