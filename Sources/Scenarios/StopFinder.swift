public import Findings
public import TransitRouting

/// Finds stops by the ids that people write.
public struct StopFinder {
  private let positions: [String: StopIndex]
  private let file: String

  public init(_ timetable: Timetable, file: String) {
    positions = Dictionary(
      timetable.stops.indices.map { (timetable.stops[$0].id, StopIndex($0)) }
    ) { first, _ in first }
    self.file = file
  }

  /// - Parameter id: `feed:stop_id`, or the bare `stop_id` where only one feed has it.
  public func find(_ id: String) -> StopIndex? {
    if let stop = positions[id] { return stop }
    let matches = positions.filter { $0.key.hasSuffix(":" + id) }
    return matches.count == 1 ? matches.first?.value : nil
  }

  /// The stop, or a failure that names where the id stands.
  public func get(_ id: String, place: String, line: Int? = nil) throws(Failure) -> StopIndex {
    if let stop = find(id) { return stop }
    throw .unusable(
      "unknown_stop", file: place, line: line, value: id, "\(file) has no stop with this id",
      remedy: nearestName(to: id, among: positions.keys).map { "did you mean \($0)?" }
        ?? "ids are written as in stops.txt, with FEED: before them where there are several feeds")
  }
}
