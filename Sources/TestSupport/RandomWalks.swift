public import TransitRouting

/// Walks beside generated timetables.
public enum RandomWalks {
  /// A graph of corners beside a timetable: every stop lies at one or two, and corners are joined at
  /// random. In every second graph some stops are kept apart in groups.
  public static func graph(_ timetable: Timetable, seed: UInt64) -> WalkGraph {
    var random = SeededGenerator(seed: seed &* 977 &+ 5)
    let stopCount = timetable.stops.count
    let placeCount = Int.random(in: 1...12, using: &random)
    var arcs: [[WalkGraph.Arc]] = Array(repeating: [], count: stopCount + placeCount)
    func milliseconds() -> Int32 {
      [0, 1, 400, 999, 1000, 1001, 60_000, 119_999, 240_500, 600_000].randomElement(using: &random)
        ?? 0
    }
    func place() -> Int { stopCount + Int.random(in: 0..<placeCount, using: &random) }
    for stop in 0..<stopCount {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        arcs[stop].append(.init(to: place(), milliseconds: milliseconds()))
        arcs[place()].append(.init(to: stop, milliseconds: milliseconds()))
      }
      if random.next() % 4 == 0 {
        let other = Int.random(in: 0..<stopCount, using: &random)
        if other != stop { arcs[stop].append(.init(to: other, milliseconds: milliseconds())) }
      }
    }
    for _ in 0..<(3 * placeCount) {
      arcs[place()].append(.init(to: place(), milliseconds: milliseconds()))
    }
    let groups = (0..<stopCount).map { _ -> Int32 in
      seed % 2 == 0 ? 0 : Int32([0, 0, 1, 2].randomElement(using: &random) ?? 0)
    }
    return WalkGraph(stopCount: stopCount, arcs: arcs, groups: groups)
  }
}
