import Findings

extension Rule {
  static let timeWithWindow = Rule(
    "time_with_window", .warning, in: "stop_times.txt, arrival_time and departure_time",
    "a call with a window of time has no times", mend: "empty the times, or the window")
}

enum TimeWithWindow: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    trip.calls.indices.compactMap { index in
      let call = trip.calls[index]
      guard call.hasTime, call.windowStart != nil || call.windowEnd != nil else { return nil }
      return CallFault(
        .timeWithWindow, call: index,
        field: call.arrival == nil ? "departure_time" : "arrival_time",
        .time(call.arrival ?? call.departure),
        "the call has a time and a window")
    }
  }
}
