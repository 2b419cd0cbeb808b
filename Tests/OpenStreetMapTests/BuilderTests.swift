import Findings
import OpenStreetMap
import StreetRouting
import TestSupport
import Testing

@Suite("links between junctions")
struct BuilderTests {
  @Test("a link lies between two junctions and keeps its geometry")
  func junctions() throws {
    let map = try StreetMap(
      """
      a-b-c-d
          |
          e

      abcd: highway=residential, name=Rue de la Loi, ref=N3
      ce: highway=service
      """)
    let graph = try map.build().graph
    #expect(graph.links.count == 3)
    let link = try #require(map.link("ac", in: graph))
    // Four columns of 0.0001° at the equator: 4 × 11.1195 m.
    #expect(graph.links[link.link].lengthCentimeters == 4448)
    #expect(graph.points(of: link).map(\.longitude) == [0, 2000, 4000])
    #expect(graph.names[Int(graph.links[link.link].name)] == "N3 Rue de la Loi")
    #expect(map.link("ab", in: graph) == nil)
  }

  @Test(
    "numbers come first, each once",
    arguments: [
      ("ref=E40, name=Autoroute", "E40 Autoroute"), ("ref=A3, int_ref=E 40", "E40;A3"),
      ("ref=E40, int_ref=E 40", "E40"), ("ref=R0, name=R0", "R0"), ("name=Rue Neuve", "Rue Neuve"),
      ("ref=", ""),
    ])
  func names(tags: String, expected: String) throws {
    let graph = try StreetMap("a-b\n\nab: highway=primary, \(tags)").build().graph
    #expect(graph.names[Int(graph.links[0].name)] == expected)
  }

  @Test(
    "a road is known by each of its numbers, and not by its name",
    arguments: [
      ("ref=R0, name=Ring, int_ref=E19;E40", "R0", true), ("ref=R0, int_ref=E19", "E19", true),
      ("ref=R0, name=Ring", "Ring", false), ("ref=R09", "R0", false), ("name=Rue R0", "R0", false),
      ("ref=A 10", "A10", true),
    ])
  func numbers(tags: String, number: String, isOnIt: Bool) throws {
    let graph = try StreetMap("a-b\n\nab: highway=primary, \(tags)").build().graph
    #expect(graph.namesCarry(number)[Int(graph.links[0].name)] == isOnIt)
  }

  @Test("a way with missing nodes keeps what is left of it")
  func missing() throws {
    let map = try StreetMap(
      """
      a-b-c-d-e
      f-g

      abcde: highway=residential
      fg: highway=residential
      missing cg
      """)
    let built = try map.build()
    #expect(built.graph.links.count == 2)
    #expect(map.link("ab", in: built.graph) != nil && map.link("de", in: built.graph) != nil)
    #expect(built.summary.waysCut == 1)
    #expect(built.summary.waysLost == 1)
    #expect(built.summary.nodesMissing == 2)
  }

  @Test("a closed way becomes links that do not end where they begin")
  func loops() throws {
    let map = try StreetMap(
      """
        b-c
        | |
      x-a-d

      xa: highway=residential
      abcda: highway=pedestrian, area=yes
      """)
    let graph = try map.build().graph
    #expect(graph.links.count == 3)
    #expect(graph.links.allSatisfy { $0.from != $0.to })
    // a square of 2 columns and 2 rows: x-a and the whole outline.
    #expect(graph.links.map { Int($0.lengthCentimeters) }.reduce(0, +) == 5 * 2224)
  }

  @Test("nodes twice in a row, a way twice, a way of one node")
  func duplicates() throws {
    var data = try StreetMap("a-b-c\n\nabbc: highway=residential\na: highway=service").data
    data.ways.append(data.ways[0])
    let built = try StreetGraphBuilder.build(data, source: StreetSource(name: "map"))
    #expect(built.graph.links.count == 1)
    #expect(built.summary.waysRepeated == 1)
    #expect(built.summary.waysLost == 1)
  }

  @Test("unknown classes are counted by their value")
  func unknown() throws {
    let built = try StreetMap(
      "a-b\n\nab: highway=trail\nba: highway=trail\nab: highway=construction"
    ).build()
    #expect(built.summary.unknownHighways == ["trail": 2])
    #expect(built.graph.links.isEmpty)
    #expect(
      Set(built.summary.findings("f").map(\.code)) == ["unknown_highway", "no_streets"])
  }
}
