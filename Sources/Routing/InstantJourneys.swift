public import TransitRouting

/// The journeys from one fixed door to many others at one instant, of which only what they consist of
/// matters. One search serves all doors, many times faster than `MedianJourneys`.
public struct InstantJourneys: Sendable {
  private let network: DoorToDoorNetwork
  private let direction: SearchDirection
  private let instant: Int

  /// - Parameters:
  ///   - network: with whose timetable, options and speed on foot people travel.
  ///   - window: of departures or arrivals; its middle is the instant.
  ///   - walksAlongStreets: whether people walk between stops as in the network; else in a straight
  ///     line and no longer than its options allow, which is several times faster.
  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow, walksAlongStreets: Bool = true) {
    self.network =
      walksAlongStreets
      ? network
      : DoorToDoorNetwork(
        network.timetable, walking: network.walking.fallback, options: network.options)
    direction = window.isOfDepartures ? .forward : .backward
    instant = window.middle
  }

  /// The fastest journeys, with the parts of each.
  ///
  /// - Parameters:
  ///   - fixed: the origin in a window of departures, the destination in one of arrivals.
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  ///   - maximumSeconds: of each door; longer journeys are not looked for.
  ///   - visit: called with the position of each door that is reached.
  public func search(
    _ fixed: Door, others: [Door], directSeconds: (Int) -> Int?,
    maximumSeconds: (Int) -> Int = { _ in .max },
    visit: (Int, JourneyParts, Journey, Timetable) -> Void
  ) {
    let isForward = direction == .forward
    let goals = others.indices.map { other in
      JourneyGoal(
        isForward ? others[other].egress : others[other].access,
        directSeconds: directSeconds(other),
        travelSeconds: min(maximumSeconds(other), network.options.maximumSeconds))
    }
    let journeys = network.search(direction).best(
      isForward ? fixed.access : fixed.egress, at: instant, to: goals)
    for (other, journey) in journeys.enumerated() {
      guard let journey else { continue }
      let parts = JourneyParts(journey, network.timetable, direction, at: instant)
      visit(other, parts, journey, network.timetable)
    }
  }
}
