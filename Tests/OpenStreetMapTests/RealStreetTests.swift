import Foundation
import OpenStreetMap
import StreetRouting
import StreetStore
import TestSupport
import Testing

/// Counts that `osmium` gives for the same files stand in the comments.
@Suite("real extracts")
struct RealStreetTests {
  private static func has(_ name: String) -> Bool { RealData.path(name) != nil }

  private func build(_ name: String) throws -> BuiltStreets {
    try PBFFile(try #require(RealData.path(name))).streets()
  }

  @Test(
    "an extract gives the same bytes each time",
    arguments: [
      "streets/liechtenstein-latest.osm.pbf", "streets/Helsinki.osm.pbf", "bench/poa.osm.pbf",
      "brussels/streets-named-2021-04-12.osm.pbf",
    ].filter(has))
  func determinism(name: String) throws {
    let folder = try TemporaryFolder()
    for file in ["one", "two"] {
      try StreetFile.write(build(name).graph, to: folder.file(file))
    }
    let bytes = try ["one", "two"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder.file($0)))
    }
    #expect(bytes[0] == bytes[1])
    #expect(try StreetFile.read(folder.file("one")) == build(name).graph)
  }

  @Test(
    "Brussels' named streets keep their length",
    .enabled(if: has("brussels/streets-named-2021-04-12.osm.pbf")))
  func brussels() throws {
    let built = try build("brussels/streets-named-2021-04-12.osm.pbf")
    // The data's own description: 18,407 ways, 2,175 km.
    #expect(built.summary.ways == 18_407)
    let kilometers = built.summary.kilometers.map(\.kilometers).reduce(0, +)
    #expect((2165...2185).contains(kilometers), "\(kilometers)")
    #expect(built.summary.waysLost == 0 && built.summary.nodesMissing == 0)
  }
}
