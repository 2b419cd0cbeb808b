import CZip
import FeedArchive
import Findings
import Foundation
import TestSupport
import Testing

/// What a zip made by libzip itself gets for a member.
struct Member {
  var name: String
  var bytes: [UInt8]
  var method = ZIP_CM_DEFLATE
  /// As `ls` shows it, with the type of file; 0 where nothing is said.
  var mode: UInt32 = 0
  var password: String?
}

extension TemporaryFolder {
  /// Writes a zip through libzip and returns its path.
  func zip(_ members: [Member], _ name: String = "feed.zip") throws -> String {
    var code: Int32 = 0
    let archive = try #require(zip_open(file(name), ZIP_CREATE | ZIP_TRUNCATE, &code))
    for member in members {
      // libzip frees the copy.
      let copy = try #require(malloc(max(1, member.bytes.count)))
      member.bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(start: copy, count: $0.count).copyMemory(from: $0)
      }
      let source = try #require(zip_source_buffer(archive, copy, UInt64(member.bytes.count), 1))
      let index = zip_file_add(archive, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      try #require(index >= 0)
      #expect(zip_set_file_compression(archive, UInt64(index), member.method, 0) == 0)
      zip_file_set_external_attributes(
        archive, UInt64(index), 0, UInt8(ZIP_OPSYS_UNIX), member.mode << 16)
      if let password = member.password {
        let result = zip_file_set_encryption(
          archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
        try #require(result == 0)
      }
    }
    try #require(zip_close(archive) == 0)
    return file(name)
  }

  /// Writes bytes and returns their path.
  func write(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }
}

extension FeedSource {
  /// Reads a member to its end; in pieces, as a scanner does.
  func read(_ member: String) throws -> [UInt8] {
    let fill = try open(member)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var bytes: [UInt8] = []
    while true {
      let count = try piece.withUnsafeMutableBytes { try fill($0) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  func text(_ member: String) throws -> String {
    String(decoding: try read(member), as: UTF8.self)
  }
}

/// The findings that a body fails with; empty where it does not fail so.
func findings(_ body: () throws -> Void) -> [Finding] {
  do {
    try body()
  } catch Failure.unusableData(let findings) {
    return findings
  } catch {
    Issue.record("another error: \(error)")
  }
  return []
}

func codes(_ body: () throws -> Void) -> [String] { findings(body).map(\.code) }
