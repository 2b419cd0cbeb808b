import Findings
import PrincipalRoads
import Testing

@Suite struct TableTests {
  private static let nodeHeader = "node_id,lat,lon,kind,ref,name,source,precision_m\n"
  private static let nodes =
    nodeHeader + "a,50.8,4.3,junction,,A,test,100\nb,50.9,4.4,exit,7a,B,test,100\n"
  private static let wayHeader = "way_id,nodes,highway,oneway,maxspeed,ref\n"

  /// What reading these tables is refused for, as lines of a compiler.
  private func refusal(_ nodes: String = nodes, _ ways: String) -> String {
    do throws(Failure) {
      _ = try PrincipalRoads(nodes: nodes, ways: ways)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func columnsBecomeTags() throws {
    let roads = try PrincipalRoads(
      nodes: Self.nodes, ways: Self.wayHeader + "w,a b,primary,no,70,N9\nv,b a,primary,yes,50,\n")
    #expect(
      roads.ways[0].tags == ["highway": "primary", "oneway": "no", "maxspeed": "70", "ref": "N9"])
    #expect(roads.ways[1].nodes == ["b", "a"])
    #expect(roads.ways[1].tags == ["highway": "primary", "oneway": "yes", "maxspeed": "50"])
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    let ways = Self.wayHeader + "w,a c,primary,no,70,\nw,a,primary,-1,fast,\n"
    let text = refusal(Self.nodes, ways)
    #expect(text.contains("ways.csv:2: error: the node “c” is not in nodes.csv"))
    #expect(text.contains("ways.csv:3: error: the way is listed twice"))
    #expect(text.contains("ways.csv:3: error: a way needs two nodes or more"))
    #expect(text.contains("ways.csv:3: error: must be one of yes, no"))
    #expect(text.contains("ways.csv:3: error: not a number"))
  }

  @Test func nodesAreCheckedToo() {
    let nodes = Self.nodeHeader + "a,91,4.3,junction,,A,test,100\na,50,4,bridge,,,test,100\n"
    let text = refusal(nodes, Self.wayHeader)
    #expect(text.contains("nodes.csv:2: error: the number is outside"))
    #expect(text.contains("nodes.csv:3: error: the node is listed twice"))
    #expect(text.contains("nodes.csv:3: error: must be one of exit, interchange"))
    #expect(text.contains("nodes.csv:3: error: the cell is empty [name"))
  }

  @Test func aMissingColumnIsNamedOnce() {
    let text = refusal(Self.nodes, "way_id,nodes,highway,maxspeed\nw,a b,primary,50\n")
    #expect(text.contains("ways.csv:1: error: the column \"oneway\" is missing"))
  }

  @Test func geometryThatIsNoneIsRefused() {
    #expect(throws: Failure.self) { try Zones(geoJSON: "{}") }
    #expect(throws: Failure.self) {
      try Zones(geoJSON: #"{"type": "FeatureCollection", "features": []}"#)
    }
  }
}
