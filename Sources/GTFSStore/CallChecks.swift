import Findings

/// Checks the calls of `stop_times.txt` as they stream by: times never go back inside a trip, and
/// its first and last call have times.
///
/// Rows are checked where a trip's rows stand together in order, as almost every feed has them;
/// the loader refuses what is left.
struct CallChecks {
  private let place: String
  private var trip = -1
  private var sequence = -1
  private var latest = -1
  private var lastHadTime = true
  private var lastLine = 0

  private var rowTrip = -1
  private var rowSequence = -1
  private var rowArrival: Int?
  private var rowDeparture: Int?

  init(_ place: String) {
    self.place = place
  }

  mutating func note(entity: Entity, key: Int) {
    if entity == .trip { rowTrip = key }
  }

  mutating func note(field: String, value: Int) {
    switch field {
    case "stop_sequence": rowSequence = value
    case "arrival_time": rowArrival = value
    case "departure_time": rowDeparture = value
    default: break
    }
  }

  mutating func finishRow(_ line: Int, _ log: inout FindingLog) {
    defer {
      rowArrival = nil
      rowDeparture = nil
      lastLine = line
    }
    let arrival = rowArrival ?? rowDeparture
    let departure = rowDeparture ?? rowArrival
    if rowTrip != trip {
      finish(&log)
      trip = rowTrip
      latest = -1
      if departure == nil { reportMissing("first", line, &log) }
    } else if rowSequence < sequence {
      // Out of order in the file: the database sorts them.
      latest = -1
    }
    sequence = rowSequence
    lastHadTime = arrival != nil
    guard let arrival, let departure else { return }
    if arrival < latest || departure < arrival {
      log.add(
        Finding(
          "decreasing_time", file: place, line: line,
          field: arrival < latest ? "arrival_time" : "departure_time",
          message: arrival < latest
            ? "the trip arrives before it left the stop before"
            : "the trip departs before it arrives"))
    }
    latest = departure
  }

  /// Called once more after the last row.
  mutating func finish(_ log: inout FindingLog) {
    if trip >= 0, !lastHadTime { reportMissing("last", lastLine, &log) }
    lastHadTime = true
  }

  private func reportMissing(_ which: String, _ line: Int, _ log: inout FindingLog) {
    log.add(
      Finding(
        "missing_trip_edge", file: place, line: line, field: "arrival_time",
        message: "the \(which) call of a trip has no time"))
  }
}
