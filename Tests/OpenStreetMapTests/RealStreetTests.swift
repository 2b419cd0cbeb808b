import Foundation
import OpenStreetMap
import StreetRouting
import StreetStore
import TestSupport
import Testing

/// What extracts give, against what was found of the same files by other means.
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

  /// Sums of the ways' lengths by class, from `osmium add-locations-to-ways` and a haversine of their
  /// own. Tracks and service roads are less here, for some are closed to everyone.
  @Test(
    "Liechtenstein's streets have their length by class",
    .enabled(if: has("streets/liechtenstein-latest.osm.pbf")))
  func liechtenstein() throws {
    let built = try build("streets/liechtenstein-latest.osm.pbf")
    let lengths = Dictionary(
      uniqueKeysWithValues: built.summary.kilometers.map { ($0.roadClass, $0.kilometers) })
    for (roadClass, kilometers) in [
      ("primary", 27.67), ("secondary", 40.35), ("tertiary", 20.63), ("residential", 210.7),
      ("unclassified", 52.25), ("footway", 51.62), ("path", 175.18), ("steps", 1.72),
      ("cycleway", 48.12),
    ] {
      #expect(abs((lengths[roadClass] ?? 0) - kilometers) < 0.011, "\(roadClass)")
    }
    #expect((lengths["track"] ?? 0) < 453.31 && (lengths["service"] ?? 0) < 56.07)
    #expect(built.summary.nodesMissing == 0 && built.summary.unknownHighways.isEmpty)
    // A roundabout, maxspeed 50: one way for cars at 40 km/h, both ways on foot.
    let links = links("Ivocalrkreisel", in: built.graph)
    #expect(links.count >= 2)
    for link in links {
      #expect(link.forward[.car] == .yes && link.backward[.car] == .no)
      #expect(link.forward.carSpeedTenths == 400 && link.backward[.foot] == .yes)
    }
  }

  @Test(
    "Mannerheimintie is one-way, at 30 and on cobbles",
    .enabled(if: has("streets/Helsinki.osm.pbf")))
  func helsinki() throws {
    let graph = try build("streets/Helsinki.osm.pbf").graph
    let links = links("E12 Mannerheimintie", in: graph).filter { $0.roadClass == .primary }
    #expect(!links.isEmpty)
    let oneWay = links.filter { $0.backward[.car] == .no && $0.forward[.car] == .yes }
    // One stretch of all is tagged without `oneway`.
    #expect(oneWay.count * 10 >= links.count * 9, "\(oneWay.count) of \(links.count)")
    // 30 × 0.8 = 24 km/h, under the 30 that cobbles allow; a bicycle at 44 %.
    #expect(oneWay.contains { $0.forward.carSpeedTenths == 240 && $0.forward.bicyclePercent == 44 })
  }

  private func links(_ name: String, in graph: StreetGraph) -> [StreetLink] {
    graph.links.filter { graph.names[Int($0.name)] == name }
  }
}
