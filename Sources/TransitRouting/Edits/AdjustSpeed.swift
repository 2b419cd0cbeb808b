/// Makes trips faster or slower between stops; how long they stay at stops is kept.
public struct AdjustSpeed: Sendable, Equatable {
  /// Calls from one stop to the next call at another, along a trip.
  public struct Section: Sendable, Equatable {
    public var fromStop: String
    public var toStop: String

    public init(from fromStop: String, to toStop: String) {
      self.fromStop = fromStop
      self.toStop = toStop
    }
  }

  public var selection: TripSelection
  /// Of the speed, as R5 has it: with 2 a hop takes half as long. Above 0.
  public var scale: Double
  /// Where; everywhere if `nil`. R5 takes pairs of neighbouring stops, here the stops between count
  /// too.
  public var hops: [Section]?

  public init(_ selection: TripSelection, scale: Double, hops: [Section]? = nil) {
    self.selection = selection
    self.scale = scale
    self.hops = hops
  }
}

extension AdjustSpeed: EditStep {
  func apply(to draft: inout TimetableDraft, _ log: inout EditLog) {
    let ends = (hops ?? []).enumerated().map { position, hop in
      (
        draft.findStops(hop.fromStop, "hops[\(position)][0]", &log),
        draft.findStops(hop.toStop, "hops[\(position)][1]", &log)
      )
    }
    var isUsed = [Bool](repeating: false, count: ends.count)
    let stops = draft
    draft.change(
      selection, applyingTo: hops == nil ? "that has a hop" : "that has one of the hops", &log
    ) {
      calls in
      guard calls.count >= 2 else { return nil }
      guard hops != nil else { return scaled(calls) { _ in true } }
      var isScaled = [Bool](repeating: false, count: calls.count)
      for (position, (from, to)) in ends.enumerated() {
        guard let from, let to else { continue }
        for section in stops.sections(calls, from: from, to: to) {
          isUsed[position] = true
          for hop in section { isScaled[hop] = true }
        }
      }
      return isScaled.contains(true) ? scaled(calls) { isScaled[$0] } : nil
    }
    guard !log.isFailed else { return }
    for (position, hop) in (hops ?? []).enumerated() where !isUsed[position] {
      log.report(
        "edit_without_effect", "hops[\(position)]", "\(hop.fromStop), \(hop.toStop)",
        "no selected trip calls at the first and later at the second")
    }
  }

  /// Fractions of seconds are carried along and not lost at every stop. The first arrival stays.
  private func scaled(
    _ calls: [Timetable.StopEvent], _ isScaled: (Int) -> Bool
  ) -> [Timetable.StopEvent] {
    guard let first = calls.first else { return calls }
    var changed = calls
    var elapsed = 0.0
    for index in calls.indices {
      if index > 0 {
        let hop = Double(calls[index].arrivalSeconds - calls[index - 1].departureSeconds)
        elapsed += isScaled(index - 1) ? hop / scale : hop
      }
      let arrival = Int(first.arrivalSeconds) + Int(elapsed.rounded())
      let dwell = calls[index].departureSeconds - calls[index].arrivalSeconds
      changed[index].arrivalSeconds = Int32(clamping: arrival)
      changed[index].departureSeconds = Int32(clamping: arrival + Int(dwell))
      elapsed += Double(dwell)
    }
    return changed
  }
}

extension TimetableDraft {
  /// From a call at one of the stops to the next call at one of the others, which are the hops
  /// between; of several calls at the former the last before the latter.
  func sections(
    _ calls: [Call], from: Set<StopIndex>, to: Set<StopIndex>
  ) -> [Range<Int>] {
    var sections: [Range<Int>] = []
    var start: Int?
    for (index, call) in calls.enumerated() {
      let stop = whole(call.stop)
      if let begin = start, to.contains(stop) {
        sections.append(begin..<index)
        start = nil
      }
      if from.contains(stop) { start = index }
    }
    return sections
  }
}
