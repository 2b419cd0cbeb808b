import Findings
import Foundation
import OpenStreetMap
import StreetRouting
import TestSupport
import Testing

@testable import StreetStore

@Suite("the street file")
struct StreetFileTests {
  private let folder: TemporaryFolder
  private let graph: StreetGraph

  init() throws {
    folder = try TemporaryFolder()
    graph = try StreetMap(
      """
      a-b-c-d
        |  |
        e--f

      abcd: highway=primary, name=Élan – straat, maxspeed=70
      be: highway=residential, oneway=yes
      ef: highway=steps
      fc: highway=track
      node e: barrier=bollard
      turn be e ef: restriction=no_right_turn
      turn fc f ef: restriction:bicycle=only_straight_on
      """
    ).build().graph
  }

  /// The code of the finding that refuses the bytes.
  private func fault(_ bytes: [UInt8]) -> String {
    do {
      _ = try StreetFile.decode(bytes, "x.streets")
      return "read"
    } catch Failure.unusableData(let findings) {
      return findings.first?.remedy == nil ? "no remedy" : findings.first?.code ?? ""
    } catch {
      return "\(error)"
    }
  }

  @Test("what is written is read again, and the same graph gives the same bytes")
  func roundTrip() throws {
    #expect(!graph.forbiddenPaths.isEmpty)
    let path = folder.file("a.streets")
    try StreetFile.write(graph, to: path)
    #expect(try StreetFile.read(path) == graph)
    #expect(try StreetFile.encode(graph) == StreetFile.encode(StreetFile.read(path)))
  }

  @Test(
    "what streets were made from is kept whatever its name",
    arguments: [
      StreetSource(name: "nothing"), StreetSource(name: ""),
      StreetSource(name: "a\"b\\c\n\u{0}é 🚲", timestamp: "", isApproximate: true),
      StreetSource(name: "x", timestamp: "2026-11-24T00:00:00Z"),
    ])
  func sources(source: StreetSource) throws {
    let empty = try StreetGraph(
      nodes: [], nodeBarriers: [], links: [], shapeStarts: [0], shapePoints: [], names: [""],
      forbiddenPaths: [], source: source)
    #expect(try StreetFile.decode(StreetFile.encode(empty), "x") == empty)
  }

  @Test("a file that is cut short anywhere is refused")
  func truncated() throws {
    let bytes = try StreetFile.encode(graph)
    for count in 0..<bytes.count {
      let code = fault(Array(bytes[..<count]))
      #expect(code == (count < 8 ? "not_a_street_file" : "damaged_street_file"), "\(count)")
    }
    #expect(fault(bytes + [0]) == "damaged_street_file")
  }

  @Test("a byte that changed anywhere is noticed")
  func flipped() throws {
    let bytes = try StreetFile.encode(graph)
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= 0x40
      let code = fault(changed)
      let expected =
        position < 8
        ? "not_a_street_file" : position < 12 ? "street_file_version" : "damaged_street_file"
      #expect(code == expected, "\(position)")
    }
  }

  /// Damage that a checksum hides must still not crash.
  @Test("bytes with a right checksum are read soundly or refused")
  func forged() throws {
    let bytes = try StreetFile.encode(graph)
    for position in FileHeader.headBytes..<bytes.count {
      for value in [UInt8(0), 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[position] = value
        let sum = Checksum.of(changed.span, from: FileHeader.headBytes)
        for byte in 0..<8 { changed[24 + byte] = UInt8(truncatingIfNeeded: sum >> (8 * byte)) }
        #expect(["read", "damaged_street_file"].contains(fault(changed)))
      }
    }
  }

  @Test("a version that is not this one says so")
  func version() throws {
    var bytes = try StreetFile.encode(graph)
    bytes[8] += 1
    #expect(fault(bytes) == "street_file_version")
  }

  @Test("a missing file and a folder are named")
  func missing() throws {
    for path in [folder.file("none"), folder.path] {
      #expect {
        try StreetFile.read(path)
      } throws: { error in
        (error as? Failure)?.exitCode == 66
      }
    }
  }

  #if os(Linux)
    @Test("a file that cannot be read to its end is an error of input")
    func unreadable() {
      // One's own memory can be opened, and holds nothing at address 0.
      #expect {
        try StreetFile.read("/proc/self/mem")
      } throws: { error in
        (error as? Failure)?.exitCode == 74
      }
    }
  #endif
}
