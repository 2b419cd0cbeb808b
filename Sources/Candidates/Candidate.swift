public import Geography

/// Where candidates come from; earlier ones stay where two are too near each other.
public enum CandidateSource: String, Sendable, Codable, CaseIterable {
  /// A user's own points.
  case own
  case station
  case ringExit = "ring exit"
  /// The business areas around the airport.
  case airport
  case secondRing = "second ring"
  case grid

  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A place where a workspace might be.
public struct Candidate: Sendable, Equatable {
  public var id: String
  public var name: String
  public var coordinate: Coordinate
  /// How far what the candidate is named after may be from the point; 0 for points of a lattice,
  /// which are nothing but their coordinates, `nil` where nobody says.
  public var precisionMeters: Double?
  public var source: CandidateSource
  /// The station, exit, quarter or area that it belongs to.
  public var anchor: String
  public var anchorMeters: Double?
  public var operatorName = ""
  /// 0 for a place itself, then the rings of the lattice around it; 1 in the lattice of an area.
  var ring = 0
}

extension Candidate {
  /// Whether it stays where it is too near another: places themselves before points of lattices,
  /// then by source, nearness to the anchor and id.
  static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    (min(a.ring, 1), a.source.rank, a.ring, a.id) < (min(b.ring, 1), b.source.rank, b.ring, b.id)
  }
}

/// More candidates than are generated at once.
public struct TooManyCandidates: Error, Equatable, CustomStringConvertible {
  /// What the candidates are too many of.
  public var source: CandidateSource
  public var limit: Int

  public var description: String {
    let remedy =
      switch source {
      case .grid: "raise --grid"
      case .secondRing: "raise --spacing"
      case .own: "give fewer points"
      case .station, .ringExit, .airport: "raise --spacing or give a smaller radius"
      }
    return "more than \(limit) candidates with those of the \(source.rawValue): \(remedy)"
  }
}
