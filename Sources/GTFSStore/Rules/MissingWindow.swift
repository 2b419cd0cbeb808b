import Findings

extension Rule {
  static let missingWindow = Rule(
    "missing_window", .warning,
    in: "stop_times.txt, start_pickup_drop_off_window and end_pickup_drop_off_window",
    "a call in a location group or location has a window of time, which begins before it ends",
    mend: "fill both ends of the window")
}

enum MissingWindow: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    trip.calls.indices.compactMap { index in
      let call = trip.calls[index]
      guard call.isOnDemand else { return nil }
      guard let start = call.windowStart else {
        return CallFault(
          .missingWindow, call: index, field: "start_pickup_drop_off_window", .none,
          "riders are fetched here, and no window begins")
      }
      guard let end = call.windowEnd, end > start else {
        return CallFault(
          .missingWindow, call: index, field: "end_pickup_drop_off_window", .none,
          "the window does not end after it begins")
      }
      return nil
    }
  }
}
