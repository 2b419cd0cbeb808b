import Findings

extension Rule {
  static let callAtStation = Rule(
    "call_at_station", .error, in: "stop_times.txt, stop_id; stops.txt, location_type",
    "trips call at stops and platforms (location_type 0); a call at a station is read as one at a "
      + "stop, with a warning", mend: "name the platform")
}

enum CallAtStation: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    trip.calls.indices.compactMap { index in
      switch trip.calls[index].locationType {
      case 0: nil
      case 1:
        CallFault(
          .callAtStation, call: index, field: "stop_id", .stop(trip.calls[index].stop),
          "the trip calls at a station",
          severity: .warning)
      default:
        CallFault(
          .callAtStation, call: index, field: "stop_id", .stop(trip.calls[index].stop),
          "the trip calls at an entrance, node or boarding area")
      }
    }
  }
}
