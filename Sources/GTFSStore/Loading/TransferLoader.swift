import Findings
import GRDB
import TransitRouting

/// Turns `transfers.txt` into transfers between stops, and into rules between some of their trips.
/// A station stands for its platforms, and the most specific rule wins (GTFS reference,
/// transfers.txt): first by the trips and routes that it names, then a stop before a station.
struct TransferLoader {
  private let database: Database
  private let stops: StopTable
  private let routes: [Int: RouteIndex]
  private let runsByTrip: [Int: [TripIndex]]

  /// - Parameters:
  ///   - routes: by `route_key`.
  ///   - trips: those that the timetable holds.
  init(
    _ database: Database, stops: StopTable, routes: [Int: RouteIndex], trips: [TripRun]
  ) throws {
    self.database = database
    self.stops = stops
    self.routes = routes
    // Most feeds name no trip, and then thousands of runs need not be sorted.
    let namesTrips = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT * FROM store_transfers
          WHERE COALESCE(from_trip_key, to_trip_key) IS NOT NULL)
        """)
    runsByTrip =
      namesTrips == true ? Dictionary(grouping: trips, by: \.key).mapValues { $0.map(\.trip) } : [:]
  }

  /// A row of types 0 to 3 for one pair of stops.
  private struct StopPairRule {
    /// 2 where both ends name a stop, less for stations.
    var stopRank: Int
    var from: Int
    var to: Int
    var arriving: TransferRule.Trips
    var departing: TransferRule.Trips
    var seconds: Int?
  }

  /// - Parameter unusedLinks: rules of types 4 and 5 that are not used, for the note.
  /// - Returns: the rules for some trips, in the order in which later ones count.
  func load(
    into builder: inout TimetableBuilder, _ notes: inout [Finding], file: String, unusedLinks: Int
  ) throws -> [TransferRule] {
    let rows = try PreparedStatement(
      database,
      sql: """
        SELECT from_stop_key, to_stop_key, COALESCE(transfer_type, 0), min_transfer_time,
          from_route_key, to_route_key, from_trip_key, to_trip_key
        FROM store_transfers WHERE COALESCE(transfer_type, 0) <= 3 ORDER BY rowid
        """)
    var rules: [StopPairRule] = []
    var unused = unusedLinks
    while try rows.step() {
      guard let from = rows.integer(0), let to = rows.integer(1) else {
        // The reference asks for stops in types 0 to 3.
        unused += 1
        continue
      }
      guard let arriving = trips(rows.integer(4), rows.integer(6)),
        let departing = trips(rows.integer(5), rows.integer(7))
      else { continue }
      append(
        from, to, type: rows.number(2), rows.integer(3), arriving, departing, to: &rules)
    }
    if unused > 0 {
      notes.append(
        Finding(
          "transfer_not_used", .warning, file: file, field: "transfers.txt",
          message: "rules of types 0 to 3 without stops, and in-seat rules that do not name two "
            + "trips of their own vehicle, are not used in routing", count: unused))
    }
    return add(rules, to: &builder)
  }

  /// The trips that one end of a rule names; `nil` where none of them is in the timetable.
  private func trips(_ route: Int?, _ trip: Int?) -> TransferRule.Trips? {
    // A trip takes precedence over its route.
    if let trip { return runsByTrip[trip].map { .trips($0) } }
    guard let route else { return .all }
    return routes[route].map { .route($0) }
  }

  private func append(
    _ from: Int, _ to: Int, type: Int, _ minimumSeconds: Int?, _ arriving: TransferRule.Trips,
    _ departing: TransferRule.Trips, to rules: inout [StopPairRule]
  ) {
    let stationCount = [from, to].count { stops.platforms[$0] != nil }
    func add(_ origin: Int, _ target: Int) {
      let seconds: Int? =
        switch type {
        case 3: nil
        case 1: minimumSeconds ?? 0
        default: minimumSeconds ?? walkSeconds(origin, target)
        }
      rules.append(
        StopPairRule(
          stopRank: 2 - stationCount, from: origin, to: target, arriving: arriving,
          departing: departing, seconds: seconds))
    }
    guard stationCount > 0 else {
      add(from, to)
      return
    }
    for origin in stops.members(of: from) {
      for target in stops.members(of: to) { add(origin, target) }
    }
  }

  /// Adds the rules for all trips to the timetable and returns the others. Later ones count before
  /// earlier ones, so those between stops come last.
  private func add(_ rules: [StopPairRule], to builder: inout TimetableBuilder) -> [TransferRule] {
    var specific: [TransferRule] = []
    for rank in 0...2 {
      for rule in rules where rule.stopRank == rank {
        guard let from = stops.indices[rule.from], let to = stops.indices[rule.to] else { continue }
        if rule.arriving == .all, rule.departing == .all {
          builder.add(transfer: Transfer(from: from, to: to, seconds: rule.seconds))
        } else {
          specific.append(
            TransferRule(
              from: from, to: to, arriving: rule.arriving, departing: rule.departing,
              seconds: rule.seconds))
        }
      }
    }
    return specific
  }

  /// For rules that name no time: the straight line × 1.3 at 4.8 km/h.
  private func walkSeconds(_ from: Int, _ to: Int) -> Int {
    guard from != to, let meters = stops.distanceMeters(from, to) else { return 0 }
    return Int((meters * 1.3 / (4.8 / 3.6)).rounded(.up))
  }
}
