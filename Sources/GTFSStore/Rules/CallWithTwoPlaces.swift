import Findings

extension Rule {
  static let callWithTwoPlaces = Rule(
    "call_with_two_places", .warning,
    in: "stop_times.txt, stop_id, location_group_id and location_id",
    "a call names one of a stop, a location group and a location", mend: "leave one of them")
}

enum CallWithTwoPlaces: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    trip.calls.indices.filter { trip.calls[$0].placeCount > 1 }.map {
      CallFault(
        .callWithTwoPlaces, call: $0, field: "stop_id", .stop(trip.calls[$0].stop),
        "the call names more than one place")
    }
  }
}
