import Findings
import Foundation

extension Rule {
  static let stopsTooFar = Rule(
    "stops_too_far", .warning, in: "stops.txt, stop_lat and stop_lon",
    "two stops in a row lie no farther apart than vehicles of the kind go without a call: 20 km by "
      + "cable car, lift or funicular, 50 km by tram or metro, 300 km by bus, 1,500 km by train or ship",
    mend: "correct the coordinates of the stop, or the order of the calls")
}

enum StopsTooFar: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    let limit = VehicleLimits.hopMeters(routeType: trip.routeType)
    return trip.calls.indices.compactMap { index in
      guard let meters = trip.calls[index].hopMeters, meters > limit else { return nil }
      return CallFault(
        .stopsTooFar, call: index, field: "stop_id", .stop(trip.calls[index].stop),
        "\(Int((meters / 1000).rounded())) km from the stop before")
    }
  }
}
