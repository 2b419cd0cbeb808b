import Findings

extension Rule {
  static let decreasingTime = Rule(
    "decreasing_time", .error, in: "stop_times.txt, arrival_time and departure_time",
    "times never go back along a trip; after midnight hours go on past 24",
    mend: "correct the time, or write 24:10:00 for ten past midnight")
}

enum DecreasingTime: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    var latest = Int.min
    var faults: [CallFault] = []
    for (index, call) in trip.calls.enumerated() {
      guard let arrival = call.arrival ?? call.departure,
        let departure = call.departure ?? call.arrival
      else { continue }
      if arrival < latest {
        faults.append(
          CallFault(
            .decreasingTime, call: index, field: "arrival_time", .time(arrival),
            "the trip arrives before it left the stop before"))
      } else if departure < arrival {
        faults.append(
          CallFault(
            .decreasingTime, call: index, field: "departure_time", .time(departure),
            "the trip departs before it arrives"))
      }
      latest = departure
    }
    return faults
  }
}
