import Findings
import TestSupport
import Testing

@testable import InputHashes

@Suite struct InputHashTests {
  /// The examples of FIPS 180-2, appendix B, and the hash of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownTextsHaveTheirHash(_ text: String, _ hash: String) throws {
    let folder = try TemporaryFolder(["a.csv": text])
    let input = try InputHash(path: folder.file("a.csv"))
    #expect(input.sha256 == hash)
    #expect(input.bytes == text.utf8.count)
    #expect(input.name == "a.csv")
  }

  @Test func aFileOfSeveralPiecesHasTheHashOfTheWhole() throws {
    // Two million times "a" are two pieces; the first million is the long example of the standard.
    let million = String(repeating: "a", count: 1_000_000)
    let folder = try TemporaryFolder(["one": million, "two": million + million])
    #expect(
      try InputHash(path: folder.file("one")).sha256
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    let two = try InputHash(path: folder.file("two"))
    #expect(two.bytes == 2_000_000)
    #expect(two.sha256 == "bcf7f9d1b4311c3352e60502255ce09a6744df84e8f2c89f79c4b5d74933a95a")
  }

  @Test func whatIsNoFileHasTheHashOfAFileWithTheSameBytes() throws {
    let folder = try TemporaryFolder(["a": "same"])
    let file = try InputHash(path: folder.file("a"))
    #expect(try InputHash([UInt8]("same".utf8), name: "a") == file)
  }

  @Test func theNameIsNotInTheHash() throws {
    let folder = try TemporaryFolder(["a": "same", "b": "same", "c": "sane"])
    let hashes = try ["a", "b", "c"].map { try InputHash(path: folder.file($0)).sha256 }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] != hashes[2])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let folder = try TemporaryFolder()
    let missing = try #require(throws: Failure.self) {
      try InputHash(path: folder.file("none"))
    }
    guard case .missingInput(folder.file("none"), _) = missing else {
      Issue.record("\(missing)")
      return
    }
    let unreadable = try #require(throws: Failure.self) { try InputHash(path: folder.path) }
    guard case .inputOutput(folder.path, _) = unreadable else {
      Issue.record("\(unreadable)")
      return
    }
  }
}
