public import Findings
public import TransitRouting

/// Finds stops by the ids that people write: `feed:stop_id`, or the bare `stop_id` where only one
/// feed has it.
public struct StopFinder {
  private let positions: [String: StopIndex]
  /// By bare id, where the database holds several feeds.
  private let bare: [String: [StopIndex]]
  private let file: String

  /// - Parameter file: the database's name, for findings.
  public init(_ timetable: Timetable, file: String) {
    // Parts of a stop have its id; the stop stands for them.
    let ids = timetable.stops.enumerated().filter { $1.splitFrom == nil }
      .map { (id: $1.id, stop: StopIndex($0)) }
    positions = Dictionary(ids.map { ($0.id, $0.stop) }) { first, _ in first }
    // A feed's name holds no colon, so the first one ends it.
    bare = Dictionary(
      grouping: ids.filter { $0.id.contains(":") },
      by: { String($0.id.drop { $0 != ":" }.dropFirst()) }
    ).mapValues { $0.map(\.stop) }
    self.file = file
  }

  public func find(_ id: String) -> StopIndex? {
    if let stop = positions[id] { return stop }
    let matches = bare[id] ?? []
    return matches.count == 1 ? matches.first : nil
  }

  /// The stop of one id, or a failure that names where the id stands.
  public func get(_ id: String, place: String) throws(Failure) -> StopIndex {
    if let stop = find(id) { return stop }
    throw .unusableData([unknown(id, place: place, line: nil, isSuggesting: true)])
  }

  /// The stops of points, or a failure with every id that is unknown.
  public func get(_ points: [MatrixPoints.Point]) throws(Failure) -> [StopIndex] {
    var findings: [Finding] = []
    var stops: [StopIndex] = []
    for point in points {
      if let stop = find(point.id) {
        stops.append(stop)
      } else {
        // A search for the nearest of thousands of ids is worth its time for the first few.
        findings.append(
          unknown(point.id, place: point.file, line: point.line, isSuggesting: findings.count < 10))
      }
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    return stops
  }

  private func unknown(_ id: String, place: String, line: Int?, isSuggesting: Bool) -> Finding {
    if let matches = bare[id], matches.count > 1 {
      return Finding(
        "ambiguous_stop", file: place, line: line, value: id,
        message: "\(matches.count) feeds have a stop with this id",
        remedy: "write the feed's name before it, as in FEED:\(id)")
    }
    let nearest = isSuggesting ? nearestName(to: id, among: positions.keys.sorted()) : nil
    return Finding(
      "unknown_stop", file: place, line: line, value: id,
      message: "\(file) has no stop with this id",
      remedy: nearest.map { "did you mean \($0)?" }
        ?? "ids are written as in stops.txt, with FEED: before them where there are several feeds")
  }
}
