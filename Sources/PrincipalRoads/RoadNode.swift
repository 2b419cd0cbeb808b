import Findings
public import Geography
import TabularText

/// A point of the principal road network.
public struct RoadNode: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Where one leaves a motorway or the R0.
    case exit
    /// Where motorways meet.
    case interchange
    case airport
    /// The centre of a municipality; the reference is its NIS code.
    case municipality
    case village
    case junction
  }

  public let identifier: String
  public let coordinate: Coordinate
  public let kind: Kind
  /// The number of an exit, such as `7a`, or the NIS code of a municipality; else empty.
  public let reference: String
  /// In the languages of the place, separated by ` / `.
  public let name: String
  /// Where number, name and position come from, and what is not verified.
  public let source: String
  /// How far the true place may reasonably be from the point.
  public let precisionMeters: Int

  /// Such as `7a Zellik`.
  public var title: String {
    [reference, name].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Reads `nodes.csv`.
  static func read(_ text: String) throws(Failure) -> [RoadNode] {
    var reader = try RowReader(file: "nodes.csv", text: text)
    var known: Set<String> = []
    return try reader.rows { (row) -> RoadNode? in
      let identifier = row.text("node_id")
      let latitude = row.number("lat", in: -90...90)
      let longitude = row.number("lon", in: -180...180)
      let kind = row.choice("kind", Kind.self)
      let reference = row.optionalText("ref")
      let name = row.text("name")
      let source = row.text("source")
      let precision = row.number("precision_m", in: 1...10_000)
      if let identifier, !known.insert(identifier).inserted {
        row.report("duplicate_key", "node_id", "the node is listed twice")
      }
      if let identifier, identifier.contains(" ") {
        row.report("invalid_identifier", "node_id", "an identifier has no spaces")
      }
      if kind == .municipality, reference.isEmpty {
        row.report("missing_value", "ref", "a municipality needs its NIS code")
      }
      guard let identifier, let latitude, let longitude, let kind, let name, let source,
        let precision
      else { return nil }
      return RoadNode(
        identifier: identifier,
        coordinate: Coordinate(latitude: latitude, longitude: longitude), kind: kind,
        reference: reference, name: name, source: source, precisionMeters: Int(precision))
    }
  }
}

/// An exit of the R0: the candidates for a workspace "near a ring exit".
public struct RingExit: Sendable, Equatable {
  /// The node of the network.
  public let node: String
  /// Such as `7a`; two exits in the Sonian Forest have none.
  public let number: String?
  public let name: String
  public let coordinate: Coordinate
}
