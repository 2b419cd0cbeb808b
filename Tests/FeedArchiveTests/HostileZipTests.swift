import CZip
import FeedArchive
import Findings
import Foundation
import TestSupport
import Testing

@Suite struct HostileZipTests {
  private let folder: TemporaryFolder
  private let good = Member(name: "good.txt", bytes: Array("good".utf8))

  init() throws {
    folder = try TemporaryFolder()
  }

  private func stored(_ names: String...) throws -> String {
    try folder.write("feed.zip", StoredZip.data(names.map { ($0, "x") }))
  }

  /// A stored zip of `good.txt` and `bad.txt` whose bad member is changed: `change` gets the
  /// offsets of its headers in the file and in the directory.
  private func changed(_ change: (inout Data, Int, Int) -> Void) throws -> ZipSource {
    var data = StoredZip.data([("good.txt", "good"), ("bad.txt", "bad")])
    let local = try #require(data.range(of: Data("PK\u{3}\u{4}".utf8), options: .backwards))
    let central = try #require(data.range(of: Data("PK\u{1}\u{2}".utf8), options: .backwards))
    change(&data, local.lowerBound, central.lowerBound)
    return try ZipSource(folder.write("feed.zip", data))
  }

  /// The bad member is refused; the good one is read.
  private func expect(_ code: String, _ zip: ZipSource, _ bad: String = "bad.txt") throws {
    let found = findings { _ = try zip.read(bad) }
    #expect(found.map(\.code) == [code])
    #expect(found.first?.file == zip.name + "/" + bad)
    #expect(try zip.text("good.txt") == "good")
  }

  @Test func anEncryptedMemberIsRefusedAlone() throws {
    let secret = Member(name: "bad.txt", bytes: Array("bad".utf8), password: "x")
    try expect("encrypted_member", try ZipSource(folder.zip([good, secret])))
  }

  @Test func aMemberWithTheFlagOfOldEncryptionIsRefusedAlone() throws {
    let zip = try changed { data, local, central in
      data[local + 6] |= 1
      data[central + 8] |= 1
    }
    try expect("encrypted_member", zip)
  }

  @Test(arguments: [1, 9, 12, 14, 93, 95, 98, 200])
  func aMethodThatIsNotDeflateIsRefusedAlone(method: UInt8) throws {
    let zip = try changed { data, local, central in
      data[local + 8] = method
      data[central + 10] = method
    }
    try expect("unsupported_compression", zip)
  }

  @Test func aLinkIsNotFollowed() throws {
    let link = Member(
      name: "bad.txt", bytes: Array("/etc/passwd".utf8), method: ZIP_CM_STORE,
      mode: UInt32(S_IFLNK) | 0o777)
    try expect("symlink_member", try ZipSource(folder.zip([good, link])))
  }

  @Test func aFileWithItsModeIsRead() throws {
    let file = Member(name: "a.txt", bytes: Array("a".utf8), mode: UInt32(S_IFREG) | 0o644)
    #expect(try ZipSource(folder.zip([file])).text("a.txt") == "a")
  }

  @Test func aMemberOfChangedBytesIsRefusedAlone() throws {
    // The content follows a header of 30 bytes and the name of 7.
    try expect("damaged_member", try changed { data, local, _ in data[local + 37] = 0 })
  }

  @Test(arguments: [
    "C:\\x", "C:/x", "c:x", "/x", "//x", "../x", "a/../x", "x/..", "..", "a\\b", "a\nb", "a\u{7F}",
    "a\tb", "a\u{85}b", "../\u{301}x", "a/../",
  ])
  func aNameThatIsNotForFilesIsRefused(name: String) throws {
    let found = findings { _ = try ZipSource(stored("good.txt", name)) }
    #expect(found.map(\.code) == ["unsafe_path"])
    #expect(found.first?.value == name)
  }

  /// libzip itself takes no escape for a letter of UTF-8.
  @Test func aNameThatMovesTheCursorIsRefused() throws {
    #expect(codes { _ = try ZipSource(stored("a\u{1B}[2Jb")) } == ["damaged_zip"])
  }

  @Test func aNameMayHaveAThousandBytes() throws {
    let name = String(repeating: "é", count: 500)
    #expect(try ZipSource(stored(name)).text(name) == "x")
    let found = findings { _ = try ZipSource(stored(name + "x")) }
    #expect(found.map(\.code) == ["unsafe_path"])
    #expect((found.first?.value?.utf8.count ?? 0) <= 200)
  }

  /// libzip reads the zero byte as a space: the member is none of the feed's files.
  @Test func aNameWithAZeroByteIsNotCutThere() throws {
    #expect(try ZipSource(stored("stops.txt\0.exe")).members == ["stops.txt .exe"])
  }

  @Test func oneNameTwiceIsRefusedInWhateverBytes() throws {
    #expect(codes { _ = try ZipSource(stored("a", "a")) } == ["duplicated_member"])
    // The same text, composed and decomposed.
    #expect(codes { _ = try ZipSource(stored("\u{E9}", "e\u{301}")) } == ["duplicated_member"])
  }

  @Test func whatIsNotThereIsMissing() throws {
    let zip = try ZipSource(stored("a"))
    let failure = #expect(throws: Failure.self) { _ = try zip.read("b") }
    #expect(failure?.exitCode == 66)
  }
}
