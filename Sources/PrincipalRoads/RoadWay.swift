import Findings
import TabularText

/// A road of the principal network, or a part of it with the same properties.
public struct RoadWay: Sendable, Equatable {
  public let identifier: String
  /// Two or more identifiers of nodes, in the direction that `oneway=yes` allows.
  public let nodes: [String]
  /// OpenStreetMap tags: `highway`, `oneway`, `maxspeed` in km/h, `ref` and others that are set.
  public let tags: [String: String]

  /// Reads `ways.csv`: each column after the first two is a tag, an empty cell none.
  static func read(_ text: String, nodes: Set<String>) throws(Failure) -> [RoadWay] {
    var reader = try RowReader(file: "ways.csv", text: text)
    let keys = reader.header.filter { $0 != "way_id" && $0 != "nodes" }
    var known: Set<String> = []
    return try reader.rows { (row) -> RoadWay? in
      let identifier = row.text("way_id")
      let members = (row.text("nodes") ?? "").split(separator: " ").map(String.init)
      if let identifier, !known.insert(identifier).inserted {
        row.report("duplicate_key", "way_id", "the way is listed twice")
      }
      if members.count < 2 {
        row.report("too_few_nodes", "nodes", "a way needs two nodes or more")
      }
      for node in members where !nodes.contains(node) {
        row.report("foreign_key_violation", "nodes", "the node “\(node)” is not in nodes.csv")
      }
      if zip(members, members.dropFirst()).contains(where: ==) {
        row.report("repeated_node", "nodes", "a node follows itself")
      }
      checkTags(row)
      var tags: [String: String] = [:]
      for key in keys {
        let value = row.optionalText(key)
        if !value.isEmpty { tags[key] = value }
      }
      return identifier.map { RoadWay(identifier: $0, nodes: members, tags: tags) }
    }
  }

  private enum OneWay: String, CaseIterable { case yes, no }

  /// `highway=motorway` implies `oneway=yes` in OpenStreetMap, so every way states it.
  private static func checkTags(_ row: RowReader.Row) {
    _ = row.text("highway")
    _ = row.choice("oneway", OneWay.self)
    _ = row.number("maxspeed", in: 5...130)
  }
}
