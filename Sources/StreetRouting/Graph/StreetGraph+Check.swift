import Geography

/// Arrays that are no street graph.
public struct StreetGraphError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  public init(description: String) {
    self.description = description
  }
}

extension StreetGraph {
  /// Holds the arrays against each other, so that searches need no bounds of their own.
  static func check(
    _ nodes: [Point], _ nodeBarriers: [StreetRights], _ links: [StreetLink],
    _ shapeStarts: [Int32], _ shapePoints: [Point], _ names: [String],
    _ forbiddenPaths: [ForbiddenPath]
  ) throws(StreetGraphError) {
    func require(
      _ condition: Bool, _ message: @autoclosure () -> String
    ) throws(StreetGraphError) {
      guard condition else { throw StreetGraphError(description: message()) }
    }
    try require(nodes.count < Int32.max && links.count < Int32.max / 2, "more than 2^30 links")
    try require(nodeBarriers.count == nodes.count, "barriers of another number of nodes")
    try require(names.first == "", "the first name is not the empty one")
    try require(
      shapeStarts.count == links.count + 1 && shapeStarts.first == 0
        && Int(shapeStarts[links.count]) == shapePoints.count
        && zip(shapeStarts, shapeStarts.dropFirst()).allSatisfy { $0 <= $1 },
      "the starts of shapes do not go up to the number of shape points")
    for (index, point) in (nodes + shapePoints).enumerated() {
      try require(point.coordinate.isValid, "point \(index) lies outside the Earth")
    }
    let nodeRange = 0..<Int32(nodes.count)
    for (index, link) in links.enumerated() {
      try require(
        nodeRange.contains(link.from) && nodeRange.contains(link.to),
        "link \(index) ends at a node that does not exist")
      try require(
        link.lengthCentimeters >= 0 && (0..<Int32(names.count)).contains(link.name),
        "link \(index) has a negative length or a name that does not exist")
    }
    let linkRange = 0..<Int32(2 * links.count)
    for (index, path) in forbiddenPaths.enumerated() {
      try require(
        path.links.count >= 2 && path.links.allSatisfy { linkRange.contains($0.raw) },
        "forbidden path \(index) is shorter than two links or names one that does not exist")
      for (before, after) in zip(path.links, path.links.dropFirst()) {
        try require(
          links.head(of: before) == links.tail(of: after), "forbidden path \(index) is broken")
      }
    }
  }
}
