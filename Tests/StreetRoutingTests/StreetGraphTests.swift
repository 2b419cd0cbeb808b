import Geography
import Testing

@testable import StreetRouting

/// Arrays from damaged files are refused; what they hold is found again.
struct StreetGraphTests {
  typealias Point = StreetGraph.Point

  /// Two links: 0 to 1 with a point between, and a loop at 1.
  private struct Arrays {
    var nodes = [Point(latitude: 0, longitude: 0), Point(latitude: 0, longitude: 20)]
    var barriers: [StreetRights] = [[], []]
    var links = [
      StreetLink(
        from: 0, to: 1, lengthCentimeters: 10, roadClass: .path, forward: .closed,
        backward: Passage(foot: .yes)),
      StreetLink(
        from: 1, to: 1, lengthCentimeters: 0, roadClass: .path, forward: .closed,
        backward: .closed),
    ]
    var starts: [Int32] = [0, 1, 1]
    var shapes = [Point(latitude: 5, longitude: 10)]
    var names = [""]
    var paths: [[Int32]] = [[0, 2], [0, 1], [3, 1]]

    func graph() throws(StreetGraphError) -> StreetGraph {
      try StreetGraph(
        nodes: nodes, nodeBarriers: barriers, links: links, shapeStarts: starts,
        shapePoints: shapes, names: names,
        forbiddenPaths: paths.map { path in
          .init(links: path.map { DirectedLink(raw: $0) }, rights: .all)
        }, source: StreetSource(name: ""))
    }
  }

  @Test("links leave both their ends, a loop twice the same one")
  func leaving() throws {
    let graph = try Arrays().graph()
    #expect(graph.leaving(0).map(\.raw) == [0])
    // Against link 0, and the loop in both directions.
    #expect(graph.leaving(1).map(\.raw).sorted() == [1, 2, 3])
    // The rows are the links' own: the same without the rest of a graph.
    let rows = LeavingLinks(nodeCount: 2, graph.links)
    #expect((0..<2).allSatisfy { rows[$0] == graph.leaving($0) })
    #expect(graph.links.tail(of: rows[0][0]) == 0 && graph.links.head(of: rows[0][0]) == 1)
    let back = DirectedLink(0, isBackward: true)
    #expect(graph.tail(of: back) == 1 && graph.head(of: back) == 0)
    #expect(graph.points(of: back).map(\.longitude) == [20, 10, 0])
    #expect(graph.passage(back)[.foot] == .yes && graph.passage(back.reversed).isClosed)
  }

  @Test("an empty graph is one, and nothing is near it")
  func empty() throws {
    let graph = try StreetGraph(
      nodes: [], nodeBarriers: [], links: [], shapeStarts: [0], shapePoints: [], names: [""],
      forbiddenPaths: [], source: StreetSource(name: ""))
    let network = StreetNetwork(ModeGraph(graph, .car), LinkTimes(carOn: graph))
    #expect(network.graph.nodeCount == 0)
    #expect(network.position(at: .init(latitude: 0, longitude: 0)) == nil)
  }

  @Test("arrays that do not fit one another are refused")
  func refused() {
    func expect(_ message: String, _ change: (inout Arrays) -> Void) {
      var arrays = Arrays()
      change(&arrays)
      do throws(StreetGraphError) {
        _ = try arrays.graph()
        Issue.record("not refused: \(message)")
      } catch {
        #expect(error.description.contains(message))
      }
    }
    expect("barriers of another number") { $0.barriers.append([]) }
    expect("first name") { $0.names = [] }
    expect("first name") { $0.names = ["A"] }
    expect("starts of shapes") { $0.starts = [0, 1] }
    expect("starts of shapes") { $0.starts = [0, 1, 2] }
    expect("starts of shapes") { $0.starts = [1, 1, 1] }
    expect("starts of shapes") { $0.starts = [0, 2, 1] }
    expect("starts of shapes") { $0.starts = [0, -1, 1] }
    expect("point 1 lies outside") { $0.nodes[1].latitude = 900_000_001 }
    expect("point 2 lies outside") { $0.shapes[0].longitude = .min }
    expect("link 0 ends at a node") { $0.links[0].to = 2 }
    expect("link 1 ends at a node") { $0.links[1].from = -1 }
    expect("link 0 has a negative length") { $0.links[0].lengthCentimeters = .min }
    expect("link 0 has a negative length or a name") { $0.links[0].name = 1 }
    expect("path 3 is shorter") { $0.paths.append([0]) }
    expect("path 3 is shorter") { $0.paths.append([]) }
    expect("path 0 is shorter than two links or names one") { $0.paths = [[0, 4]] }
    expect("path 0 is shorter than two links or names one") { $0.paths = [[-1, 0]] }
    expect("path 0 is broken") { $0.paths = [[1, 2]] }
  }

  @Test("rights of one direction do not touch one another; unknown bits are no right")
  func rights() {
    var passage = Passage(foot: .yes, bicycle: .destination, car: .no)
    passage[.car] = .destination
    passage[.foot] = .no
    #expect(
      StreetRight.allCases.map { passage[$0] } == [.no, .destination, .destination])
    passage.accessBits = .max
    #expect(StreetRight.allCases.allSatisfy { passage[$0] == .no })
    #expect(StreetRights.all.contains(.car) && !StreetRights.foot.contains(.car))
  }
}
