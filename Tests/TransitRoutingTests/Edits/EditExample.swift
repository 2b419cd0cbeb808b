import Geography
import Testing

@testable import TransitRouting

/// A line of four stops and its way back, and a line at a headway without stated times.
///
///     R1  out  A 0  B 300-360  C 600  D 1200      seconds after 08:00, again 30 minutes later
///     R1  back D 1500  C 2100  B 2340  A 2700
///     R2  F    A 0  C 500  D 900                  every 600 s from 07:00 to 09:00
struct EditExample {
  static let start = 8 * 3600
  let timetable: Timetable
  let draws: PhaseDraws

  /// - Parameter rule: for changes between trips of some routes.
  init(rule: Bool = false) throws {
    var builder = TimetableBuilder()
    let station = builder.add(stop: .init(id: "SB", name: "Station B", coordinate: Self.place(1)))
    let stops = ["A", "B", "C", "D"].enumerated().map { position, id in
      builder.add(stop: .init(id: id, name: "Stop \(id)", coordinate: Self.place(position)))
    }
    builder.setParent(station, of: stops[1])
    let r1 = builder.add(route: .init(id: "R1", shortName: "1", type: 3))
    let r2 = builder.add(route: .init(id: "R2", shortName: "2", type: 3))
    _ = builder.add(route: .init(id: "R3", shortName: "3", type: 3))
    func add(
      _ id: String, _ route: RouteIndex, _ calls: [(stop: Int, arrival: Int, departure: Int)],
      at start: Int = Self.start
    ) throws -> TripIndex {
      try builder.add(
        trip: .init(id: id, route: route),
        events: calls.map {
          .init(
            stop: stops[$0.stop], arrivalSeconds: start + $0.arrival,
            departureSeconds: start + $0.departure)
        })
    }
    let out = [(0, 0, 0), (1, 300, 360), (2, 600, 600), (3, 1200, 1200)]
    let first = try add("out", r1, out)
    _ = try add("out2", r1, out, at: Self.start + 1800)
    let back = try add(
      "back", r1, [(3, 1500, 1500), (2, 2100, 2100), (1, 2340, 2340), (0, 2700, 2700)])
    builder.addContinuation(from: first, to: back)
    let rowStart = builder.tripStarts.count - 1
    for start in stride(from: 7 * 3600, to: 9 * 3600, by: 600) {
      _ = try add("F@\(start)", r2, [(0, 0, 0), (2, 500, 500), (3, 900, 900)], at: start)
    }
    builder.add(transfer: Transfer(from: stops[2], to: stops[3], seconds: 400))
    var built = builder.build()
    if rule {
      built = built.applying([
        TransferRule(
          from: stops[2], to: stops[2], arriving: .route(r1), departing: .route(r2), seconds: 77)
      ])
    }
    timetable = built
    draws = PhaseDraws(
      built,
      [
        .init(
          name: "F 25200 2019-10-29", tripID: "F", startSeconds: 7 * 3600, endSeconds: 9 * 3600,
          headwaySeconds: 600, trips: rowStart..<built.trips.count, firstStartSeconds: 7 * 3600)
      ])
  }

  static func place(_ position: Int) -> Coordinate {
    Coordinate(latitude: 50.8 + Double(position) / 100, longitude: 4.3)
  }

  func edited(_ edits: TimetableEdit...) throws -> EditedTimetable {
    try EditedTimetable(timetable, draws: draws, edits)
  }

  /// `edit field code` of every problem.
  func problems(_ edits: TimetableEdit...) -> [String] {
    do throws(EditErrors) {
      _ = try EditedTimetable(timetable, draws: draws, edits)
      return []
    } catch {
      return error.problems.map { "\($0.edit) \($0.field) \($0.code)" }
    }
  }
}

extension Timetable {
  /// The calls of a trip in seconds after 08:00, such as `A 0, B 300-360`; `nil` without the trip.
  func line(_ id: String, after start: Int = EditExample.start) -> String? {
    trips.firstIndex { $0.id == id }.map { line(at: $0, after: start) }
  }

  func line(at position: Int, after start: Int = EditExample.start) -> String {
    events(of: TripIndex(position)).map { call in
      let (arrival, departure) = (
        Int(call.arrivalSeconds) - start, Int(call.departureSeconds) - start
      )
      return stops[call.stop.position].id + " \(arrival)"
        + (departure == arrival ? "" : "-\(departure)")
    }.joined(separator: ", ")
  }

  /// Everything that a timetable holds, as text: equal texts are equal timetables, bit by bit.
  var everything: String {
    let transfers = (transfers.starts, transfers.edges, transfers.stated)
    return "\(stops)\n\(routes)\n\(trips)\n\(stopEvents)\n\(tripStarts)\n\(transfers)\n"
      + "\(continuations)"
  }

  /// Pairs of trips that a passenger can stay seated between.
  var links: [String] {
    trips.indices.flatMap { trip in
      continuations.following(TripIndex(trip)).map { "\(trips[trip].id)>\(trips[$0.position].id)" }
    }
  }
}
