import Geography
import PrincipalRoads
import Testing

@Suite struct RingTests {
  /// The ways of the R0 as they follow each other.
  private static func ring() throws -> [RoadWay] {
    try PrincipalRoads().ways.filter { $0.tags["ref"] == "R0" }
  }

  @Test func exitsAreNumberedFrom1To28WithoutAGap() throws {
    let exits = try PrincipalRoads().ringExits
    let numbers = exits.compactMap(\.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(
      numbers == [
        "1", "2", "3", "4", "5", "6", "7", "7a", "8", "9", "10", "11", "12", "13", "14", "15",
        "15a", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "26a", "27",
        "28",
      ])
    // Groenendaal and Welriekendedreef, on the part that is no motorway, have no number.
    #expect(exits.count == numbers.count + 2)
    #expect(exits.allSatisfy { !$0.name.isEmpty })
  }

  @Test func theRingIsClosed() throws {
    let ways = try Self.ring()
    for (way, next) in zip(ways, ways.dropFirst() + ways.prefix(1)) {
      #expect(way.nodes.last == next.nodes.first, "\(way.identifier) to \(next.identifier)")
    }
    let nodes = ways.flatMap { $0.nodes.dropLast() }
    #expect(Set(nodes).count == nodes.count)
  }

  /// 75 km according to the descriptions of the road; straight lines between the nodes are
  /// shorter.
  @Test func theRingHasItsLength() throws {
    let roads = try PrincipalRoads()
    let places = Dictionary(
      uniqueKeysWithValues: roads.nodes.map { ($0.identifier, $0.coordinate) })
    var meters = 0.0
    for way in try Self.ring() {
      for (a, b) in zip(way.nodes, way.nodes.dropFirst()) {
        meters += try #require(places[a]).distanceMeters(to: try #require(places[b]))
      }
    }
    #expect((70_000...77_000).contains(meters), "\(meters)")
  }

  /// The motorway ends at Waterloo; from there to the Carrefour Léonard the ring is an expressway
  /// through the Sonian Forest.
  @Test func theRingIsNoMotorwayInTheSouthEast() throws {
    let trunk = try Self.ring().filter { $0.tags["highway"] == "trunk" }.flatMap(\.nodes)
    #expect(trunk.first == "r0-27")
    #expect(trunk.last == "r0-carrefour-leonard")
    #expect(trunk.contains("r0-groenendaal"))
    #expect(try Self.ring().allSatisfy { ["motorway", "trunk"].contains($0.tags["highway"]) })
  }

  /// An exit that leads nowhere would be a candidate that no car can leave the ring at. Exit 12
  /// is closed.
  @Test func everyExitButTheClosedOneLeadsToAnotherRoad() throws {
    let roads = try PrincipalRoads()
    let elsewhere = Set(roads.ways.filter { $0.tags["ref"] != "R0" }.flatMap(\.nodes))
    let blind = roads.ringExits.filter { !elsewhere.contains($0.node) }
    #expect(blind.map(\.number) == ["12"])
  }

  @Test func exitsLieAroundTheRegion() throws {
    let region = try Zones().region.geometry
    let border = try #require(region.polygons.first?.first)
    for exit in try PrincipalRoads().ringExits {
      let distance = border.map { $0.distanceMeters(to: exit.coordinate) }.min() ?? .infinity
      // The farthest is Braine-l'Alleud in the south.
      #expect(distance < 13_000, "\(exit.name)")
    }
  }
}
