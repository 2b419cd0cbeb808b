/// Lets trips pass stops: neither the stay there is kept nor, if asked for, the time to brake and
/// start. Where the first stops of a trip go, the times at the others stay.
public struct RemoveStops: Sendable, Equatable {
  /// `nil` closes the stops for all trips.
  public var selection: TripSelection?
  public var stops: [String]
  /// Besides the stay, at each removed call between two that remain.
  public var secondsSavedAtEachStop: Int

  public init(_ selection: TripSelection?, stops: [String], secondsSavedAtEachStop: Int = 0) {
    self.selection = selection
    self.stops = stops
    self.secondsSavedAtEachStop = secondsSavedAtEachStop
  }
}

extension RemoveStops: EditStep {
  func apply(to draft: inout TimetableDraft, _ log: inout EditLog) {
    var positions: [StopIndex: [Int]] = [:]
    for (position, id) in stops.enumerated() {
      for stop in draft.findStops(id, "stops[\(position)]", &log) ?? [] {
        positions[stop, default: []].append(position)
      }
    }
    var isUsed = [Bool](repeating: false, count: stops.count)
    var shortHops = 0
    let names = draft
    draft.change(selection, applyingTo: "that calls at one of the stops", &log) { calls in
      let removed = calls.map { positions[names.whole($0.stop)] }
      for position in removed.compactMap({ $0 }).joined() { isUsed[position] = true }
      guard removed.contains(where: { $0 != nil }) else { return nil }
      return passing(calls, &shortHops) { removed[$0] != nil }
    }
    log.effect.shortHops = shortHops
    guard !log.isFailed else { return }
    for (position, id) in stops.enumerated() where !isUsed[position] {
      log.report(
        "edit_without_effect", "stops[\(position)]", id, "no selected trip calls at the stop")
    }
  }

  private func passing(
    _ calls: [Timetable.StopEvent], _ shortHops: inout Int, _ isRemoved: (Int) -> Bool
  ) -> [Timetable.StopEvent] {
    var kept: [Timetable.StopEvent] = []
    // Since the last call that is kept.
    var rideSeconds = 0
    var passed = 0
    for (index, call) in calls.enumerated() {
      if index > 0 { rideSeconds += Int(call.arrivalSeconds - calls[index - 1].departureSeconds) }
      if isRemoved(index) {
        passed += 1
        continue
      }
      var next = call
      if let last = kept.last {
        let saved = passed * secondsSavedAtEachStop
        if saved > rideSeconds { shortHops += 1 }
        let arrival = Int(last.departureSeconds) + max(0, rideSeconds - saved)
        next.arrivalSeconds = Int32(clamping: arrival)
        let dwell = call.departureSeconds - call.arrivalSeconds
        next.departureSeconds = Int32(clamping: arrival + Int(dwell))
      }
      kept.append(next)
      (rideSeconds, passed) = (0, 0)
    }
    return kept
  }
}

/// Takes trips out of the timetable.
public struct RemoveTrips: Sendable, Equatable {
  public var selection: TripSelection

  public init(_ selection: TripSelection) {
    self.selection = selection
  }
}

extension RemoveTrips: EditStep {
  func apply(to draft: inout TimetableDraft, _ log: inout EditLog) {
    draft.change(selection, applyingTo: "", &log) { _ in [] }
  }
}
