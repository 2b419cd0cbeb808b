import Foundation
import Geography
import Testing

@Suite struct GeometryFileTests {
  private func read(_ text: String) throws -> [Feature] {
    try GeometryFile.features(Data(text.utf8))
  }

  private func contains(_ feature: Feature?, _ longitude: Double, _ latitude: Double) -> Bool {
    feature?.geometry.contains(Coordinate(latitude: latitude, longitude: longitude)) ?? false
  }

  /// A square of 4 by 4 degrees with a hole of 2 by 2 in the middle.
  private static let ring =
    "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,3],[3,3],[3,1],[1,1]]]"

  @Test func aPolygonContainsItsInsideAndNotItsHole() throws {
    let feature = try read("{\"type\":\"Polygon\",\"coordinates\":\(Self.ring)}").first
    #expect(contains(feature, 0.5, 2))
    #expect(contains(feature, 3.5, 3.5))
    #expect(!contains(feature, 2, 2))
    #expect(!contains(feature, 4.5, 2))
    #expect(!contains(feature, -0.5, 2))
    #expect(!contains(feature, 2, 4.5))
  }

  @Test func openRingsCloseThemselvesAndARayThroughACornerCountsOnce() {
    let corners = [(0.0, -1.0), (1, 0), (0, 1), (-1, 0)]
    let diamond = MultiPolygon([
      [corners.map { Coordinate(latitude: $0.1, longitude: $0.0) }]
    ])
    // The ray to the east at latitude 0 goes through the corner at 1,0.
    #expect(diamond.contains(Coordinate(latitude: 0, longitude: 0)))
    #expect(!diamond.contains(Coordinate(latitude: 0, longitude: -2)))
    #expect(!MultiPolygon([]).contains(Coordinate(latitude: 0, longitude: 0)))
    #expect(!MultiPolygon([[[]]]).contains(Coordinate(latitude: 0, longitude: 0)))
  }

  @Test func collectionsKeepPropertiesAsTextAndPassOverPoints() throws {
    let features = try read(
      """
      {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Ixelles","nis":21009,"note":null},
         "geometry":{"type":"MultiPolygon","coordinates":[\(Self.ring),[[[9,9],[10,9],[9,10]]]]}},
        {"type":"Feature","properties":null,"geometry":null},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}
      """)
    #expect(features.count == 1)
    #expect(features.first?.properties == ["name": "Ixelles", "nis": "21009"])
    #expect(contains(features.first, 9.2, 9.2))
    #expect(contains(features.first, 0.5, 0.5))
  }

  @Test(arguments: [
    ("not json", "is not JSON"), ("[]", "no \"type\""), ("{}", "no \"type\""),
    ("{\"type\":\"FeatureCollection\"}", "without \"features\""),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",1]]]}", "not number pairs"),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[1]]]}", "fewer than two numbers"),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[4.3,95]]]}", "not longitude, latitude"),
    ("{\"type\":\"Topology\",\"objects\":{}}", "without \"arcs\""),
    (
      "{\"type\":\"Topology\",\"objects\":{},\"arcs\":[],\"transform\":{\"scale\":[1],\"translate\":[0,0]}}",
      "without two scales"
    ),
    (
      "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,1]]],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[1]]}}}",
      "arc 1 does not exist"
    ),
    (
      "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,1]]],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[-2]]}}}",
      "arc -2 does not exist"
    ),
    (
      "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":\"x\"}}}",
      "not lists of numbers"
    ),
  ])
  func aBadFileSaysWhatIsWrong(text: String, reason: String) {
    let error = #expect(throws: GeometryFormatError.self) { _ = try read(text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  /// Two unit squares side by side, sharing the arc 0 from 1,0 to 1,1.
  private func topology(_ transform: String, _ arcs: String) -> String {
    """
    {"type":"Topology",\(transform)"arcs":\(arcs),"objects":{"areas":{"type":"GeometryCollection",
     "geometries":[
      {"type":"Polygon","properties":{"id":"west"},"arcs":[[0,1]]},
      {"type":null},
      {"type":"MultiPolygon","properties":{"id":"east"},"arcs":[[[2,-1]]]}]}}}
    """
  }

  private func expectTwoSquares(_ features: [Feature]) {
    #expect(features.map { $0.properties["id"] } == ["west", "east"])
    #expect(contains(features.first, 0.5, 0.5) && !contains(features.first, 1.5, 0.5))
    #expect(contains(features.last, 1.5, 0.5) && !contains(features.last, 0.5, 0.5))
    // West: 1,0 1,1 0,1 0,0 1,0. East: 1,0 2,0 2,1 1,1 and arc 0 backwards to 1,0.
    #expect(features.first?.geometry.polygons.first?.first?.count == 5)
    #expect(
      features.last?.geometry.polygons.first?.first?.map(\.longitude) == [1, 2, 2, 1, 1])
  }

  @Test func aPlainTopologySharesArcsInBothDirections() throws {
    expectTwoSquares(
      try read(
        topology("", "[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]]")))
  }

  @Test func aQuantizedTopologyAddsUpItsSteps() throws {
    // x = 0.1 × sum − 1: 20 is 1, 10 steps more are 2. y = 0.5 × sum + 0.
    let transform = "\"transform\":{\"scale\":[0.1,0.5],\"translate\":[-1,0]},"
    let features = try read(
      topology(
        transform,
        "[[[20,0],[0,2]],[[20,2],[-10,0],[0,-2],[10,0]],[[20,0],[10,0],[0,2],[-10,0]]]"))
    expectTwoSquares(features)
  }
}
