import Findings

extension Rule {
  static let travelTooFast = Rule(
    "travel_too_fast", .warning,
    in: "stop_times.txt, arrival_time and departure_time; stops.txt, stop_lat and stop_lon",
    "no trip is faster, as the crow flies from call to call, than vehicles of its kind: 80 km/h by "
      + "ship, 120 by tram, 150 by metro or bus, 500 by train; whole minutes count as one more",
    mend: "correct the times, or the coordinates of the stop")
}

/// Between two calls with times, those between them that have none included.
enum TravelTooFast: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    let limit = VehicleLimits.metersPerSecond(routeType: trip.routeType)
    let hopLimit = VehicleLimits.hopMeters(routeType: trip.routeType)
    var faults: [CallFault] = []
    var departure: Int?
    var meters: Double? = 0
    for (index, call) in trip.calls.enumerated() {
      if index > 0 {
        // Stops that are too far apart are a fault of their own.
        let hop = call.hopMeters.flatMap { $0 > hopLimit ? nil : $0 }
        meters = meters.flatMap { sum in hop.map { sum + $0 } }
      }
      guard let arrival = call.arrival ?? call.departure else { continue }
      if let departure, let meters, meters > 0, arrival >= departure {
        // Times that are rounded to minutes may be up to a minute short.
        let isRounded = departure % 60 == arrival % 60
        let seconds = Double(arrival - departure + (isRounded ? 60 : 1))
        if meters / seconds > limit {
          let speed = meters / seconds * 3.6
          faults.append(
            CallFault(
              .travelTooFast, call: index, field: "arrival_time", .time(arrival),
              "\(Int(meters.rounded())) m in \(arrival - departure) s, \(Int(speed.rounded())) km/h"
            ))
        }
      }
      departure = call.departure ?? call.arrival
      meters = 0
    }
    return faults
  }
}
