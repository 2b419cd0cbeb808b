import TransitRouting

/// The journeys behind the medians of a row of a matrix, from one fixed door to many others: each is
/// the one of the first instant whose travel time is the median (in a window of arrivals the last
/// such instant), and of equally fast ones one with the fewest rides.
///
/// One `WindowTimes` tells the instant of each cell, and one search for each different instant serves
/// all cells that have it. An object is reused by one thread.
public struct MedianJourneys: Sendable {
  private let network: DoorToDoorNetwork
  private let window: TimeWindow
  private var times: WindowTimes

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow) {
    self.network = network
    self.window = window
    times = WindowTimes(network, window)
  }

  /// - Parameters:
  ///   - fixed: the origin in a window of departures, the destination in one of arrivals.
  ///   - prepared: `others` as `WindowTimes.others` prepares them, where they are those of many rows.
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  /// - Returns: for each other door the parts; `nil` where the median is unreachable.
  public mutating func parts(
    fixed: Door, others: [Door], prepared: DoorSet? = nil, directSeconds: (Int) -> Int?
  ) -> [JourneyParts?] {
    var cellsByInstant: [Int: [(other: Int, seconds: Int)]] = [:]
    let (instants, isForward) = (window.instants, window.isOfDepartures)
    times.run(
      fixed: fixed, others: prepared ?? times.others(others), directSeconds: directSeconds
    ) { other, times in
      var sorted = times
      guard let median = Percentiles.nearestRank(&sorted, [50])[0] else { return }
      let seconds = Int32(median)
      let index = isForward ? times.firstIndex(of: seconds) : times.lastIndex(of: seconds)
      guard let index else { return }
      cellsByInstant[instants[index], default: []].append((other, median))
    }
    let direction: SearchDirection = isForward ? .forward : .backward
    let search = network.search(direction)
    var parts = [JourneyParts?](repeating: nil, count: others.count)
    for (instant, cells) in cellsByInstant {
      let goals = cells.map { other, seconds in
        JourneyGoal(
          isForward ? others[other].egress : others[other].access,
          directSeconds: directSeconds(other), travelSeconds: seconds)
      }
      let journeys = search.fastest(
        isForward ? fixed.access : fixed.egress, at: instant, to: goals)
      for (cell, journey) in zip(cells, journeys) {
        parts[cell.other] = journey.map {
          JourneyParts($0, network.timetable, direction, at: instant)
        }
      }
    }
    return parts
  }
}
