import Findings

extension Rule {
  static let singleCall = Rule(
    "single_call", .warning, in: "Dataset Files, trips.txt",
    "a trip has two calls or more; one with a single call carries nobody",
    found: "the trip has one call only",
    mend: "add the other calls, or take the trip out")
}

enum SingleCall: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    trip.calls.count == 1 && !trip.calls[0].isOnDemand
      ? [CallFault(.singleCall, call: 0, field: "trip_id")] : []
  }
}
