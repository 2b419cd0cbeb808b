public import TransitRouting

/// The journeys behind the medians of a row of a matrix, from one fixed door to many others: each is
/// the one of the first instant whose travel time is the median (in a window of arrivals the last
/// such instant), and of equally fast ones one with the fewest rides. Instants of a network with draws
/// are those of one draw after the other.
///
/// One search of the window tells the percentiles and the instant of each cell, and one search for each different instant serves
/// all cells that have it. An object is reused by one thread.
public struct MedianJourneys: Sendable {
  private let network: DoorToDoorNetwork
  private let window: TimeWindow
  private var times: WindowTimes
  /// The fixed doors of the last search.
  private var fixed: [Door] = []

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow) {
    self.network = network
    self.window = window
    times = WindowTimes(network, window)
  }

  /// Searches the window for some fixed doors: origins in a window of departures, destinations in one
  /// of arrivals.
  public mutating func search(_ fixed: [Door]) {
    self.fixed = fixed
    times.search(fixed)
  }

  /// The percentiles of a row and its journeys.
  ///
  /// - Parameters:
  ///   - position: of the fixed door, for the row.
  ///   - member: the position of a door of the last search.
  ///   - prepared: `others` as `WindowTimes.others` prepares them, where they are those of many rows.
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  ///   - visit: called with each journey, the position of its door, and the timetable that it runs in.
  /// - Returns: with `parts`, of which those of a door whose median is unreachable are `nil`.
  public mutating func row(
    _ percentiles: [Int] = [], _ position: Int = 0, of member: Int = 0, others: [Door],
    prepared: DoorSet? = nil, directSeconds: (Int) -> Int?,
    visit: (Int, Journey, Timetable) -> Void = { _, _, _ in }
  ) -> TravelTimeMatrix.Row {
    var cellsByTime: [Int: [(other: Int, seconds: Int)]] = [:]
    let isForward = window.isOfDepartures
    var found = [Int32](repeating: 0, count: others.count * percentiles.count)
    times.times(
      of: member, others: prepared ?? times.others(others), directSeconds: directSeconds
    ) { other, times in
      var sorted = times
      let values = Percentiles.nearestRank(&sorted, [50] + percentiles)
      for (rank, value) in values.dropFirst().enumerated() {
        found[other * percentiles.count + rank] =
          value.map { Int32(clamping: $0) } ?? WindowScan.unreachable
      }
      guard let median = values[0] else { return }
      let seconds = Int32(clamping: median)
      let index = isForward ? times.firstIndex(of: seconds) : times.lastIndex(of: seconds)
      guard let index else { return }
      cellsByTime[index, default: []].append((other, median))
    }
    var row = TravelTimeMatrix.Row(
      fixed: position, seconds: found, usesStraightLine: times.usesStraightLine,
      parts: Array(repeating: nil, count: others.count))
    let direction: SearchDirection = isForward ? .forward : .backward
    for (index, cells) in cellsByTime {
      let (network, draw, instant) = network.search(of: index, in: window)
      let goals = cells.map { other, seconds in
        JourneyGoal(
          isForward ? others[other].egress : others[other].access,
          directSeconds: directSeconds(other), travelSeconds: seconds)
      }
      let journeys = network.search(direction).fastest(
        isForward ? fixed[member].access : fixed[member].egress, at: instant, to: goals)
      for (cell, journey) in zip(cells, journeys) {
        row.parts[cell.other] = journey.map {
          JourneyParts($0, network.timetable, direction, at: instant, draw: draw)
        }
        if let journey { visit(cell.other, journey, network.timetable) }
      }
    }
    return row
  }
}
