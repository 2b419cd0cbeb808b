public import Foundation

/// Writes zips without compression (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), so that a
/// test needs no tool and may name members as it likes.
public enum StoredZip {
  public static func data(_ members: [(name: String, text: String)]) -> Data {
    var file = Data()
    var directory = Data()
    for member in members {
      let name = Data(member.name.utf8)
      let content = Data(member.text.utf8)
      // Version 2.0, UTF-8 names, stored, 1 January 1980.
      var common = Data()
      common.append16(20, 0x0800, 0, 0, 0x21)
      common.append32(crc32(content), UInt32(content.count), UInt32(content.count))
      common.append16(UInt16(name.count), 0)
      let offset = UInt32(file.count)
      file.append32(0x0403_4B50)
      file += common + name + content
      directory.append32(0x0201_4B50)
      directory.append16(20)
      directory += common
      directory.append16(0, 0, 0)
      directory.append32(0, offset)
      directory += name
    }
    let start = UInt32(file.count)
    file += directory
    file.append32(0x0605_4B50)
    file.append16(0, 0, UInt16(members.count), UInt16(members.count))
    file.append32(UInt32(directory.count), start)
    file.append16(0)
    return file
  }

  private static func crc32(_ data: Data) -> UInt32 {
    var crc = UInt32.max
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

extension Data {
  fileprivate mutating func append16(_ values: UInt16...) {
    for value in values { Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) } }
  }

  fileprivate mutating func append32(_ values: UInt32...) {
    for value in values { Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) } }
  }
}
