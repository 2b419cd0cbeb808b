import Findings
import GRDB

/// Checks the calls of `stop_times.txt` as they stream by: times never go back inside a trip, and
/// its first and last call have times.
///
/// Almost every feed has the rows of a trip together and in order; trips whose rows are scattered
/// are checked once more from the database, which has them sorted.
struct CallChecks {
  private struct Call {
    var trip = -1
    var sequence = -1
    var arrival: Int?
    var departure: Int?
    var line: Int?

    var hasTime: Bool { arrival != nil || departure != nil }
  }

  private enum Kind {
    case arrivesTooEarly, departsTooEarly, noFirstTime, noLastTime
  }

  private let place: String
  private var row = Call()
  private var previous = Call()
  private var latest = Int.min
  private var begun: Set<Int> = []
  private var scattered: Set<Int> = []
  private var faults: [(kind: Kind, trip: Int, line: Int?)] = []

  init(_ place: String) {
    self.place = place
  }

  mutating func beginRow(_ line: Int) {
    row = Call(line: line)
  }

  mutating func note(_ field: String, _ value: Int) {
    switch field {
    case "trip_id": row.trip = value
    case "stop_sequence": row.sequence = value
    case "arrival_time": row.arrival = value
    case "departure_time": row.departure = value
    default: break
    }
  }

  mutating func finishRow() {
    check(row)
  }

  private mutating func check(_ call: Call) {
    defer { previous = call }
    if call.trip != previous.trip {
      endTrip()
      latest = .min
      if !begun.insert(call.trip).inserted { scattered.insert(call.trip) }
      if !call.hasTime { faults.append((.noFirstTime, call.trip, call.line)) }
    } else if call.sequence < previous.sequence {
      scattered.insert(call.trip)
    }
    guard let arrival = call.arrival ?? call.departure,
      let departure = call.departure ?? call.arrival
    else { return }
    if arrival < latest {
      faults.append((.arrivesTooEarly, call.trip, call.line))
    } else if departure < arrival {
      faults.append((.departsTooEarly, call.trip, call.line))
    }
    latest = departure
  }

  private mutating func endTrip() {
    if previous.trip >= 0, !previous.hasTime {
      faults.append((.noLastTime, previous.trip, previous.line))
    }
  }

  /// Called after the last row.
  mutating func finish(_ database: Database, _ log: inout FindingLog) throws {
    endTrip()
    for fault in faults where !scattered.contains(fault.trip) {
      log.add(finding(fault.kind, fault.line))
    }
    for trip in scattered.sorted() {
      var checks = CallChecks(place)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT stop_sequence, arrival_time, departure_time FROM store_stop_times
          WHERE trip_key = ? ORDER BY stop_sequence
          """, arguments: [trip])
      for row in rows {
        checks.check(Call(trip: trip, sequence: row[0], arrival: row[1], departure: row[2]))
      }
      checks.endTrip()
      guard !checks.faults.isEmpty else { continue }
      let id = try String.fetchOne(
        database, sql: "SELECT trip_id FROM store_trips WHERE trip_key = ?", arguments: [trip])
      for fault in checks.faults {
        var found = finding(fault.kind, nil)
        found.value = id
        log.add(found)
      }
    }
  }

  private func finding(_ kind: Kind, _ line: Int?) -> Finding {
    let (code, field, message) =
      switch kind {
      case .arrivesTooEarly:
        ("decreasing_time", "arrival_time", "the trip arrives before it left the stop before")
      case .departsTooEarly:
        ("decreasing_time", "departure_time", "the trip departs before it arrives")
      case .noFirstTime:
        ("missing_trip_edge", "arrival_time", "the first call of a trip has no time")
      case .noLastTime:
        ("missing_trip_edge", "arrival_time", "the last call of a trip has no time")
      }
    return Finding(code, file: place, line: line, field: field, message: message)
  }
}
