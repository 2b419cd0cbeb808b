import Findings

extension Rule {
  static let missingTripEdge = Rule(
    "missing_trip_edge", .error, in: "stop_times.txt, arrival_time and departure_time",
    "the first and the last call of a trip have a time; those between may be empty and are "
      + "interpolated", mend: "fill the time")
}

enum MissingTripEdge: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    guard let first = trip.calls.first, let last = trip.calls.last else { return [] }
    var faults: [CallFault] = []
    if !first.hasTime, !first.isOnDemand {
      faults.append(
        CallFault(
          .missingTripEdge, call: 0, field: "departure_time", .none,
          "the first call of the trip has no time"))
    }
    if trip.calls.count > 1, !last.hasTime, !last.isOnDemand {
      faults.append(
        CallFault(
          .missingTripEdge, call: trip.calls.count - 1, field: "arrival_time", .none,
          "the last call of the trip has no time"))
    }
    return faults
  }
}
