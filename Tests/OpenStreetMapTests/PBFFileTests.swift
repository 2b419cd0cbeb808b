import Findings
import Foundation
import OpenStreetMap
import StreetRouting
import TestSupport
import Testing

@Suite("PBF files")
struct PBFFileTests {
  private let folder: TemporaryFolder
  private let data: OSMData

  init() throws {
    folder = try TemporaryFolder()
    data = try StreetMap(
      """
      a-b-c-d
        |  |
        e--f

      abcd: highway=primary, name=Élan – straat, maxspeed=70
      be: highway=residential, oneway=yes
      ef: highway=steps
      node e: barrier=bollard
      turn be e ef: restriction=no_right_turn
      """
    ).data
  }

  /// The streets of a file of these bytes, or the code of what refuses them.
  private func read(_ bytes: [UInt8]) throws -> Result<BuiltStreets, Refusal> {
    let path = folder.file("x.osm.pbf")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    do {
      return .success(try PBFFile(path).streets())
    } catch Failure.unusableData(let findings) {
      let finding = try #require(findings.first)
      #expect(finding.file == path && finding.remedy != nil)
      return .failure(Refusal(code: finding.code, message: finding.message))
    }
  }

  private struct Refusal: Error {
    var code: String
    var message: String
  }

  private func code(_ bytes: [UInt8]) throws -> String {
    switch try read(bytes) {
    case .success: "read"
    case .failure(let refusal): refusal.code
    }
  }

  private static let header = PBFText.blob("OSMHeader", PBFText.rawBlob(PBFText.header()))

  private func file(_ block: [UInt8]) -> [UInt8] {
    Self.header + PBFText.blob("OSMData", PBFText.rawBlob(block))
  }

  @Test("a file gives what its data give")
  func whole() throws {
    let built = try read(PBFText.file(data)).get()
    let expected = try StreetGraphBuilder.build(data, source: StreetSource(name: "x.osm.pbf"))
    #expect(built.graph == expected.graph)
    #expect(built.summary == expected.summary)
    #expect(!built.graph.forbiddenPaths.isEmpty)
  }

  @Test("blobs of a type that is not known are passed over")
  func unknownBlobs() throws {
    let bytes = PBFText.file(data) + PBFText.blob("Other", PBFText.rawBlob([1, 2, 3]))
    #expect(try read(bytes).get().graph.links.count == 4)
  }

  @Test("a file that is cut short is refused wherever the cut is")
  func truncated() throws {
    let bytes = PBFText.file(data)
    for count in 0..<bytes.count where count != Self.header.count {
      let code = try code(Array(bytes[..<count]))
      let expected =
        count == 0
        ? ["empty_file"]
        : count < Self.header.count
          ? ["not_a_pbf", "damaged_pbf"] : ["damaged_pbf"]
      #expect(expected.contains(code), "\(count): \(code)")
    }
  }

  @Test("a byte that changed is refused or read soundly")
  func flipped() throws {
    let bytes = PBFText.file(data)
    for position in bytes.indices {
      for mask in [UInt8(0x01), 0x40, 0x80, 0xFF] {
        var changed = bytes
        changed[position] ^= mask
        let code = try code(changed)
        #expect(["read", "not_a_pbf", "damaged_pbf", "refused_pbf"].contains(code), "\(position)")
      }
    }
  }

  @Test("random bytes are no PBF")
  func random() throws {
    var generator = SeededGenerator(seed: 4)
    for length in [1, 3, 4, 5, 100, 10_000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(try code(bytes) == "not_a_pbf")
      let inside = PBFText.blob("OSMData", PBFText.rawBlob(bytes))
      #expect(["read", "damaged_pbf", "refused_pbf"].contains(try code(Self.header + inside)))
    }
    #expect(try code(Array("<?xml version='1.0'?><osm></osm>".utf8)) == "not_a_pbf")
  }

  @Test("sizes that lie are refused")
  func lies() throws {
    let body = PBFText.rawBlob(PBFText.block(data))
    for size in [0, -1, 1 << 26, Int(Int32.max), body.count + 1] {
      let bytes = Self.header + PBFText.blob("OSMData", body, saysBytes: size)
      #expect(try code(bytes) == "damaged_pbf", "\(size)")
    }
    for size in [0, 1 << 17, Int(UInt32.max), 1000] {
      let bytes = Self.header + PBFText.blob("OSMData", body, saysHeaderBytes: size)
      #expect(try code(bytes) == "damaged_pbf", "\(size)")
    }
  }

  @Test("what others compress, empty blobs, and inflated sizes that lie are refused")
  func compression() throws {
    func blob(_ body: [UInt8]) -> [UInt8] { Self.header + PBFText.blob("OSMData", body) }
    for kind in 4...7 {
      #expect(try code(blob(PBFText.field(2, 10) + PBFText.field(kind, [1, 2]))) == "refused_pbf")
    }
    #expect(try code(blob(PBFText.field(2, 10))) == "damaged_pbf")
    // zlib of ten zeros, said to be of 9, 11, 2^31 - 1 bytes.
    let packed: [UInt8] = [0x78, 0x9C, 0x63, 0x80, 0x01, 0x00, 0x00, 0x0A, 0x00, 0x01]
    for size in [9, 11] {
      #expect(
        try code(blob(PBFText.field(2, size) + PBFText.field(3, packed))) == "damaged_pbf")
    }
    let bomb = PBFText.field(2, Int(Int32.max)) + PBFText.field(3, packed)
    #expect(try code(blob(bomb)) == "refused_pbf")
  }

  @Test("few bytes that would become many are refused")
  func bombs() throws {
    let long = [UInt8](repeating: 65, count: 1000)
    let strings = PBFText.field(1, PBFText.field(1, []) + PBFText.field(1, long))
    let pairs = [UInt8](repeating: 1, count: 1 << 18)
    // A way with a quarter of a million tags of 1,000 bytes: 2^18 × 2 × 1,002 bytes.
    let way = PBFText.field(1, 1) + PBFText.field(2, pairs) + PBFText.field(3, pairs)
    #expect(try code(file(strings + PBFText.field(2, PBFText.field(3, way)))) == "refused_pbf")
    // Nodes, one byte each.
    let many = [UInt8](repeating: 2, count: 1_100_000)
    let dense = PBFText.field(1, many) + PBFText.field(8, many) + PBFText.field(9, many)
    #expect(try code(file(strings + PBFText.field(2, PBFText.field(2, dense)))) == "refused_pbf")
    // A way of ten million nodes.
    let refs = PBFText.field(1, 1) + PBFText.field(8, [UInt8](repeating: 2, count: 10_000_000))
    #expect(try code(file(strings + PBFText.field(2, PBFText.field(3, refs)))) == "refused_pbf")
  }

  @Test("strings with NUL are refused, invalid UTF-8 is read")
  func strings() throws {
    let tagged = PBFText.field(1, 1) + PBFText.field(2, [1]) + PBFText.field(3, [2])
    func block(_ value: [UInt8]) -> [UInt8] {
      let strings = [[], Array("highway".utf8), value].flatMap { PBFText.field(1, $0) }
      return PBFText.field(1, strings) + PBFText.field(2, PBFText.field(3, tagged))
    }
    #expect(try code(file(block([65, 0, 66]))) == "damaged_pbf")
    let built = try read(file(block([0xFF, 0xC0, 0x80]))).get()
    #expect(built.summary.unknownHighways.count == 1)
    #expect(try code(file(block([UInt8](repeating: 65, count: 5000)))) == "damaged_pbf")
  }

  @Test("indices and counts that do not agree are refused")
  func indices() throws {
    let strings = PBFText.field(1, PBFText.field(1, []))
    let far = PBFText.field(1, 1) + PBFText.field(2, [9]) + PBFText.field(3, [9])
    #expect(try code(file(strings + PBFText.field(2, PBFText.field(3, far)))) == "damaged_pbf")
    let short = PBFText.field(1, [2, 2, 2]) + PBFText.field(8, [2]) + PBFText.field(9, [2])
    #expect(try code(file(strings + PBFText.field(2, PBFText.field(2, short)))) == "damaged_pbf")
    let endless: [UInt8] = [UInt8](repeating: 0xFF, count: 20)
    let bad = PBFText.field(1, endless) + PBFText.field(8, endless) + PBFText.field(9, endless)
    #expect(try code(file(strings + PBFText.field(2, PBFText.field(2, bad)))) == "damaged_pbf")
  }

  @Test("nodes outside the Earth are missing, and negative ids are ids")
  func places() throws {
    var wrong = data
    wrong.nodes[0].place = nil
    wrong.nodes[1].place = StreetGraph.Point(latitude: 910_000_000, longitude: 0)
    let built = try read(PBFText.file(wrong)).get()
    #expect(built.summary.nodesOutsideEarth == 2)
    #expect(built.summary.waysCut == 1)
    var negative = OSMData()
    negative.nodes = data.nodes.map { OSMNode(id: -$0.id, place: $0.place, tags: $0.tags) }
      .reversed()
    negative.ways = data.ways.map { OSMWay(id: $0.id, nodes: $0.nodes.map { -$0 }, tags: $0.tags) }
    #expect(try read(PBFText.file(negative)).get().graph.links.count == 4)
    var extreme = negative
    extreme.ways[0].nodes += [.max, .min, .max]
    #expect(try read(PBFText.file(extreme)).get().summary.nodesMissing == 2)
  }

  @Test("a file of history and one with a feature that is not known are refused")
  func features() throws {
    let later = PBFText.header(["OsmSchema-V0.6", "HistoricalInformation"])
    let history = PBFText.blob("OSMHeader", PBFText.rawBlob(later))
    #expect(try code(history) == "refused_pbf")
    let unheard = PBFText.blob("OSMHeader", PBFText.rawBlob(PBFText.header(["Unheard"])))
    #expect(try code(unheard) == "damaged_pbf")
  }

  @Test("a missing file, a folder and a device are named")
  func missing() {
    for path in [folder.file("none"), folder.path, "/dev/null"] {
      #expect {
        try PBFFile(path)
      } throws: { error in
        (error as? Failure)?.exitCode == 66
      }
    }
  }
}
