/// Lets trips call at other stops between two of theirs, before one of theirs, or after it.
///
/// The times up to `fromStop` stay and those after `toStop` move with it; without `fromStop` the
/// arrival at `toStop` stays. Where a trip is made longer at an end, one can board, or alight, at what
/// was the end. New calls know only the transfer rules that hold for all trips.
public struct Reroute: Sendable, Equatable {
  public var selection: TripSelection
  /// Of two stops that a trip passes several times, the first section between them is replaced.
  public var fromStop: String?
  public var toStop: String?
  public var stops: [EditedStop]
  /// Seconds between the calls: from `fromStop` over the new stops to `toStop`.
  public var hopTimes: [Int]
  /// Seconds of the stay at each of these calls. Without them stays at the old stops are kept and
  /// those at the new ones take no time.
  public var dwellTimes: [Int]?

  public init(
    _ selection: TripSelection, fromStop: String?, toStop: String?, stops: [EditedStop],
    hopTimes: [Int], dwellTimes: [Int]? = nil
  ) {
    self.selection = selection
    self.fromStop = fromStop
    self.toStop = toStop
    self.stops = stops
    self.hopTimes = hopTimes
    self.dwellTimes = dwellTimes
  }

  /// How many calls the new section has, those at its ends included.
  public var callCount: Int {
    stops.count + (fromStop == nil ? 0 : 1) + (toStop == nil ? 0 : 1)
  }
}

extension Reroute: EditStep {
  var madeNames: [String] { stops.madeNames }

  func apply(to draft: inout TimetableDraft, _ log: inout EditLog) {
    if fromStop == nil && toStop == nil {
      log.report("missing_key", "from_stop", nil, "from_stop or to_stop is needed")
    }
    if fromStop == nil || toStop == nil, stops.isEmpty {
      log.report("missing_key", "stops", nil, "an end of the trips needs stops")
    }
    log.check(
      hopTimes, "hop_times", count: max(0, callCount - 1), "one for each hop of the new section")
    if let dwellTimes {
      log.check(
        dwellTimes, "dwell_times", count: callCount, "one for each call of the new section")
    }
    let from = fromStop.flatMap { draft.findStops($0, "from_stop", &log) }
    let to = toStop.flatMap { draft.findStops($0, "to_stop", &log) }
    // Checked before stops are made: those of a wrong edit are not there.
    let new = draft.findOrMake(stops, &log)
    guard !log.isFailed else { return }
    let names = draft
    draft.change(selection, applyingTo: "that calls there", &log) { calls in
      names.ends(ofSection: calls, from, to).map { spliced(calls, $0, new) }
    }
  }

  /// - Parameter ends: the calls at `fromStop` and at `toStop`.
  private func spliced(
    _ calls: [Timetable.StopEvent], _ ends: (from: Int?, to: Int?), _ new: [StopIndex]
  ) -> [Timetable.StopEvent] {
    var section = new.map {
      Timetable.StopEvent(stop: $0, arrivalSeconds: 0, departureSeconds: 0)
    }
    if let from = ends.from {
      var call = calls[from]
      if from == calls.count - 1 { call.canBoard = true }
      section.insert(call, at: 0)
    }
    if let to = ends.to {
      var call = calls[to]
      if to == 0 { call.canAlight = true }
      section.append(call)
    }
    // Times count from the first arrival of the section, and are then moved to the call that stays.
    var clock = 0
    for index in section.indices {
      if index > 0 { clock += hopTimes[index - 1] }
      let own = Int(section[index].departureSeconds - section[index].arrivalSeconds)
      section[index].arrivalSeconds = Int32(clamping: clock)
      clock += dwellTimes?[index] ?? own
      section[index].departureSeconds = Int32(clamping: clock)
    }
    let last = section[section.count - 1]
    let shift =
      if let from = ends.from {
        Int(calls[from].arrivalSeconds)
      } else if let to = ends.to {
        Int(calls[to].arrivalSeconds) - Int(last.arrivalSeconds)
      } else {
        0
      }
    let before = ends.from.map { Array(calls[..<$0]) } ?? []
    let after = ends.to.map { to in
      calls[(to + 1)...].shifted(
        by: Int(last.departureSeconds) + shift - Int(calls[to].departureSeconds))
    }
    return before + section.shifted(by: shift) + (after ?? [])
  }
}

extension Sequence<Timetable.StopEvent> {
  func shifted(by seconds: Int) -> [Timetable.StopEvent] {
    map { call in
      var moved = call
      moved.arrivalSeconds = Int32(clamping: Int(call.arrivalSeconds) + seconds)
      moved.departureSeconds = Int32(clamping: Int(call.departureSeconds) + seconds)
      return moved
    }
  }
}

extension EditLog {
  /// Seconds must be as many as asked for, and none below zero.
  mutating func check(_ seconds: [Int], _ field: String, count: Int, _ what: String) {
    if seconds.count != count {
      report("wrong_count", field, "\(seconds.count)", "takes \(count): \(what)")
    }
    for (position, value) in seconds.enumerated() where !(0...86_400).contains(value) {
      report(
        "value_out_of_range", "\(field)[\(position)]", "\(value)", "takes seconds from 0 to 86400")
    }
  }
}

extension TimetableDraft {
  /// The calls at both ends of what a reroute replaces; `nil` where a trip does not have them.
  fileprivate func ends(
    ofSection calls: [Call], _ from: Set<StopIndex>?, _ to: Set<StopIndex>?
  ) -> (from: Int?, to: Int?)? {
    switch (from, to) {
    case (let from?, let to?):
      sections(calls, from: from, to: to).first.map { ($0.lowerBound, $0.upperBound) }
    case (let from?, nil): calls.lastIndex { from.contains(whole($0.stop)) }.map { ($0, nil) }
    case (nil, let to?): calls.firstIndex { to.contains(whole($0.stop)) }.map { (nil, $0) }
    case (nil, nil): nil
    }
  }
}
