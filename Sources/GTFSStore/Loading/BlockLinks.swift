import GRDB
import Geography
import TransitRouting

/// Finds the trips between which a passenger can stay seated: consecutive trips of a block, and
/// those that rules of `transfers.txt` of type 4 link and of type 5 do not.
///
/// A block is one vehicle on one service day (GTFS reference, trips.txt, "Blocks and service day").
/// Its trips are taken in the order of departure, and of two that follow each other the later one
/// continues the earlier if it does not leave before that one arrives, and from the same stop, the
/// same station or within 200 m: a vehicle that drives on empty carries nobody. OpenTripPlanner does
/// likewise. How long the vehicle waits in between does not matter.
///
/// A rule links each run of its first trip to the first run of the second that departs no earlier
/// than it arrives and less than 24 hours later, whatever the service day and wherever the stops
/// are: n to 1 and 1 to n are several rules. Where block and rule disagree the rule counts
/// (reference, transfers.txt, "Linked trips"). Trips of `frequencies.txt` are not linked: which
/// vehicle runs which repetition is unknown.
struct BlockLinks {
  /// OpenTripPlanner's `maxInterlineDistance`.
  static let maximumMeters = 200.0

  private struct LinkRule {
    var from: Int
    var to: Int
    var isStayingAllowed: Bool
  }

  private let runs: [TripRun]
  /// Those of vehicles, the runs of one on a service day behind each other in their order.
  private let byVehicle: [TripRun]
  private let rules: [LinkRule]
  /// Rules of types 4 and 5 that do not name two trips, or trips that are repeated.
  private let unusableRules: Int

  init(_ database: Database, _ runs: [TripRun]) throws {
    self.runs = runs.filter { !$0.isRepeated }
    byVehicle = Self.byVehicle(self.runs)
    let repeated = Set(runs.lazy.filter(\.isRepeated).map(\.key))
    var rules: [LinkRule] = []
    var unusable = 0
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT from_trip_key, to_trip_key, transfer_type FROM store_transfers
        WHERE transfer_type IN (4, 5) ORDER BY rowid
        """)
    while let row = try rows.next() {
      guard let from: Int = row["from_trip_key"], let to: Int = row["to_trip_key"],
        repeated.isDisjoint(with: [from, to])
      else {
        unusable += 1
        continue
      }
      rules.append(LinkRule(from: from, to: to, isStayingAllowed: row["transfer_type"] == 4))
    }
    self.rules = rules
    unusableRules = unusable
  }

  private static func byVehicle(_ runs: [TripRun]) -> [TripRun] {
    func order(_ run: TripRun) -> (Int, Int, Int, Int, Int32) {
      (run.block ?? 0, run.dayShiftSeconds, run.startSeconds, run.endSeconds, run.trip.raw)
    }
    return runs.filter { $0.block != nil }.sorted { order($0) < order($1) }
  }

  /// Adds the links to a timetable in the making.
  /// - Returns: how many rules of types 4 and 5 are not used: they do not name two trips, or trips
  ///   that `frequencies.txt` repeats.
  func add(to builder: inout TimetableBuilder) -> Int {
    let byRule = linksByRule(&builder)
    for (run, next) in zip(byVehicle, byVehicle.dropFirst())
    where next.block == run.block && next.dayShiftSeconds == run.dayShiftSeconds
      && next.startSeconds >= run.endSeconds && !byRule.from.contains(run.trip)
      && !byRule.to.contains(next.trip) && isNear(builder.stops, run.lastStop, next.firstStop)
    {
      builder.addContinuation(from: run.trip, to: next.trip)
    }
    return unusableRules
  }

  /// Adds the links of rules.
  /// - Returns: the runs whose continuation, or whose trip before, a rule names.
  private func linksByRule(
    _ builder: inout TimetableBuilder
  ) -> (from: Set<TripIndex>, to: Set<TripIndex>) {
    guard !rules.isEmpty else { return ([], []) }
    let runsByTrip = Dictionary(grouping: runs, by: \.key)
    var named: (from: Set<TripIndex>, to: Set<TripIndex>) = ([], [])
    for rule in rules {
      let later = (runsByTrip[rule.to] ?? []).sorted { $0.startSeconds < $1.startSeconds }
      for run in runsByTrip[rule.from] ?? [] {
        guard
          let next = later.first(where: {
            $0.startSeconds >= run.endSeconds && $0.trip != run.trip
          }), next.startSeconds - run.endSeconds < 86_400
        else { continue }
        named.from.insert(run.trip)
        named.to.insert(next.trip)
        if rule.isStayingAllowed { builder.addContinuation(from: run.trip, to: next.trip) }
      }
    }
    return named
  }

  private func isNear(_ stops: [Timetable.Stop], _ end: StopIndex, _ start: StopIndex) -> Bool {
    if end == start { return true }
    let (last, first) = (stops[end.position], stops[start.position])
    if let station = last.parent, station == first.parent { return true }
    guard last.coordinate.isValid, first.coordinate.isValid else { return false }
    return last.coordinate.distanceMeters(to: first.coordinate) <= Self.maximumMeters
  }
}
