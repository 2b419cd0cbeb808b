import Findings

extension Rule {
  static let callWithoutPlace = Rule(
    "call_without_place", .error, in: "stop_times.txt, stop_id",
    "a call names a stop, a location group or a location",
    found: "the call names no stop",
    mend: "fill stop_id")
}

enum CallWithoutPlace: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    trip.calls.indices.filter { trip.calls[$0].stop == nil && !trip.calls[$0].isOnDemand }.map {
      CallFault(.callWithoutPlace, call: $0, field: "stop_id")
    }
  }
}
