import Foundation
import Geography
import PrincipalRoads
import Testing

/// How exact the points are said to be.
@Suite struct PrecisionTests {
  private static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Streets/principal/README.md")

  /// Every row is one kind outside the Region: points, those right to 200, 300, 500 m and to 1 km.
  @Test func theReadmeCountsThePointsOutsideTheRegion() throws {
    let region = try Zones().region.geometry
    var counted: [String: [Int]] = [:]
    for node in try PrincipalRoads().nodes where !region.contains(node.coordinate) {
      let column = [200, 300, 500, 1000].firstIndex { node.precisionMeters <= $0 }
      let width = try #require(column, "\(node.identifier)")
      for name in [Self.row(of: node), "together"] {
        counted[name, default: Array(repeating: 0, count: 5)][0] += 1
        counted[name, default: []][width + 1] += 1
      }
    }
    let lines = try String(contentsOf: Self.readme, encoding: .utf8).split(separator: "\n")
    for (name, counts) in counted {
      let row = "| \(name) | \(counts.map(String.init).joined(separator: " | ")) |"
      #expect(lines.contains { $0 == row }, "\(row)")
    }
  }

  private static func row(of node: RoadNode) -> String {
    switch node.kind {
    case .exit where node.identifier.hasPrefix("r0"): "exits of the R0"
    case .exit: "other exits"
    case .interchange: "interchanges"
    case .junction: "crossings"
    case .village, .airport: "villages and the airport"
    case .municipality: "municipal centres, as in the model"
    }
  }

  @Test func noPointOutsideTheRegionIsPlacedByHand() throws {
    let region = try Zones().region.geometry
    let byHand = try PrincipalRoads().nodes.filter {
      $0.source.contains("position by hand") && !region.contains($0.coordinate)
    }
    #expect(byHand.map(\.identifier) == [])
  }
}
