import Geography
public import TransitRouting

/// A small feed as text with `transfers.txt` of every type and `block_id`, and what it means: the
/// timetable and the rules that the GTFS reference gives it, worked out row by row.
public struct RandomFeed {
  struct Trip {
    var route: Int
    var block: Int?
    var events: [Timetable.StopEvent]
    var start: Int { Int(events[0].departureSeconds) }
    var end: Int { Int(events[events.count - 1].arrivalSeconds) }
  }

  /// A row of `transfers.txt`.
  struct Row {
    var type: Int
    var from = ""
    var to = ""
    var minimumSeconds: Int?
    var fromRoute: Int?
    var toRoute: Int?
    var fromTrip: Int?
    var toTrip: Int?
  }

  /// Platforms P0 and P1 belong to station H, P2 and P3 to station I; the others to none.
  private static let stationOf = ["H", "H", "I", "I"]
  private static let stopCount = 7

  var trips: [Trip] = []
  var rows: [Row] = []

  /// - Parameter seed: the same seed gives the same feed.
  public init(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 7919 &+ 3)
    for _ in 0..<Int.random(in: 3...14, using: &random) {
      var time = 28_800 + 60 * Int.random(in: 0...60, using: &random)
      let events = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        let arrival = time
        let departure = arrival + 60 * Int.random(in: 0...1, using: &random)
        // No trip takes no time, so that none can follow itself.
        time = departure + 60 * Int.random(in: 1...9, using: &random)
        let kind = random.next() % 8
        return Timetable.StopEvent(
          stop: StopIndex(Int.random(in: 0..<Self.stopCount, using: &random)),
          arrivalSeconds: arrival, departureSeconds: departure, canBoard: kind != 0,
          canAlight: kind != 1)
      }
      trips.append(
        Trip(
          route: Int.random(in: 0..<2, using: &random),
          block: random.next() % 2 == 0 ? Int.random(in: 0..<3, using: &random) : nil,
          events: events))
    }
    // No two rows may say something of the same.
    var keys: Set<[String]> = []
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      let row = row(&random)
      let numbers = [row.fromRoute, row.toRoute, row.fromTrip, row.toTrip].map { "\($0 ?? -1)" }
      if keys.insert([row.from, row.to] + numbers).inserted { rows.append(row) }
    }
  }

  private func row(_ random: inout SeededGenerator) -> Row {
    func maybe(_ value: Int) -> Int? { random.next() % 3 == 0 ? value : nil }
    let (trip, next) = (
      Int.random(in: trips.indices, using: &random), Int.random(in: trips.indices, using: &random)
    )
    let type = Int.random(in: 0...5, using: &random)
    if type >= 4 { return Row(type: type, fromTrip: trip, toTrip: next) }
    let names = ["H", "I", "P0", "P1", "P2", "P4"]
    return Row(
      type: type, from: names.randomElement(using: &random) ?? "P0",
      to: names.randomElement(using: &random) ?? "P0",
      minimumSeconds: type == 2 ? 60 * Int.random(in: 0...5, using: &random) : maybe(90),
      fromRoute: maybe(trips[trip].route), toRoute: maybe(trips[next].route),
      fromTrip: maybe(trip), toTrip: maybe(next))
  }

  // MARK: as text

  private static func place(_ stop: Int) -> Coordinate {
    // Platforms of a station lie 33 m apart, P6 as far from P5, the others 1.1 km from each other.
    let steps = [0.0, 0.0003, 0.01, 0.0103, 0.02, 0.03, 0.0303]
    return Coordinate(latitude: 50.8 + steps[stop], longitude: 4.3)
  }

  public var text: FeedText {
    var stops = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
    for station in ["H", "I"] { stops += "\(station),\(station),50.8,4.3,1,\n" }
    for stop in 0..<Self.stopCount {
      let parent = stop < Self.stationOf.count ? Self.stationOf[stop] : ""
      stops += "P\(stop),P\(stop),\(Self.place(stop).latitude),4.3,0,\(parent)\n"
    }
    var tripText = "route_id,service_id,trip_id,block_id\n"
    var calls =
      "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"
    for (number, trip) in trips.enumerated() {
      tripText += "R\(trip.route),s,T\(number),\(trip.block.map { "B\($0)" } ?? "")\n"
      for (sequence, event) in trip.events.enumerated() {
        calls +=
          "T\(number),\(Self.clock(event.arrivalSeconds)),\(Self.clock(event.departureSeconds)),"
          + "P\(event.stop.raw),\(sequence),\(event.canBoard ? 0 : 1),\(event.canAlight ? 0 : 1)\n"
      }
    }
    return FeedText.minimal.replacing("stops.txt", with: stops)
      .replacing(
        "routes.txt", with: "route_id,agency_id,route_short_name,route_type\nR0,L,1,3\nR1,L,2,3\n"
      )
      .replacing("trips.txt", with: tripText).replacing("stop_times.txt", with: calls)
      // One day, so that no trip of another one runs.
      .replacing(
        "calendar.txt",
        with: "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
          + "end_date\ns,1,1,1,1,1,1,1,20191029,20191029\n"
      )
      .replacing("transfers.txt", with: transferText)
  }

  private var transferText: String {
    func cell(_ prefix: String, _ number: Int?) -> String { number.map { "\(prefix)\($0)" } ?? "" }
    return rows.reduce(
      "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_route_id,to_route_id,"
        + "from_trip_id,to_trip_id\n"
    ) { text, row in
      text
        + "\(row.from),\(row.to),\(row.type),\(cell("", row.minimumSeconds)),"
        + "\(cell("R", row.fromRoute)),\(cell("R", row.toRoute)),\(cell("T", row.fromTrip)),"
        + "\(cell("T", row.toTrip))\n"
    }
  }

  private static func clock(_ seconds: Int32) -> String {
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  // MARK: what it means

  /// The timetable without the rules for some trips, and these: stops are P0, P1, ... in order.
  public func meaning() throws(TimetableError) -> (timetable: Timetable, rules: [TransferRule]) {
    var builder = TimetableBuilder()
    for stop in 0..<Self.stopCount {
      _ = builder.add(stop: .init(id: "P\(stop)", name: "", coordinate: Self.place(stop)))
    }
    for route in 0..<2 { _ = builder.add(route: .init(id: "R\(route)", shortName: "", type: 3)) }
    for (number, trip) in trips.enumerated() {
      try builder.add(
        trip: .init(id: "T\(number)", route: RouteIndex(trip.route)), events: trip.events)
    }
    for (from, to) in links() {
      builder.addContinuation(from: TripIndex(from), to: TripIndex(to))
    }
    var rules: [TransferRule] = []
    // A stop goes before a station, and later rows before earlier ones: those that count come last.
    for stopEnds in 0...2 {
      for row in rows
      where row.type <= 3 && [row.from, row.to].count(where: { $0.hasPrefix("P") }) == stopEnds {
        for from in stops(row.from) {
          for to in stops(row.to) {
            let rule = TransferRule(
              from: from, to: to, arriving: named(row.fromRoute, row.fromTrip),
              departing: named(row.toRoute, row.toTrip), seconds: seconds(row, from, to))
            if rule.arriving == .all, rule.departing == .all {
              builder.add(
                transfer: Transfer(from: from, to: to, seconds: rule.seconds.map { Int($0) }))
            } else {
              rules.append(rule)
            }
          }
        }
      }
    }
    return (builder.build(), rules)
  }

  private func stops(_ name: String) -> [StopIndex] {
    (0..<Self.stopCount).filter {
      "P\($0)" == name || ($0 < Self.stationOf.count && Self.stationOf[$0] == name)
    }.map { StopIndex($0) }
  }

  private func named(_ route: Int?, _ trip: Int?) -> TransferRule.Trips {
    if let trip { return .trips([TripIndex(trip)]) }
    return route.map { .route(RouteIndex($0)) } ?? .all
  }

  /// Type 1 is a change that waits; without a time the others take the walk × 1.3 at 4.8 km/h.
  private func seconds(_ row: Row, _ from: StopIndex, _ to: StopIndex) -> Int? {
    if row.type == 3 { return nil }
    if let seconds = row.minimumSeconds { return seconds }
    if row.type == 1 || from == to { return 0 }
    let meters = Self.place(from.position).distanceMeters(to: Self.place(to.position))
    return Int((meters * 1.3 * 3.6 / 4.8).rounded(.up))
  }

  /// Trips that go on as others: type 4 says so, and blocks where no row of type 4 or 5 that can be
  /// meant names one of the two.
  private func links() -> [(Int, Int)] {
    let seated = rows.compactMap { row -> (type: Int, from: Int, to: Int)? in
      guard row.type >= 4, let from = row.fromTrip, let to = row.toTrip, from != to,
        trips[to].start >= trips[from].end
      else { return nil }
      return (row.type, from, to)
    }
    var links = seated.filter { $0.type == 4 }.map { ($0.from, $0.to) }
    for block in 0..<3 {
      let members = trips.indices.filter { trips[$0].block == block }.sorted {
        (trips[$0].start, trips[$0].end, $0) < (trips[$1].start, trips[$1].end, $1)
      }
      for (trip, next) in zip(members, members.dropFirst())
      where trips[next].start >= trips[trip].end && isNear(trips[trip], trips[next]) {
        let isRuled = seated.contains { $0.from == trip || $0.to == next }
        if !isRuled { links.append((trip, next)) }
      }
    }
    return links
  }

  private func isNear(_ trip: Trip, _ next: Trip) -> Bool {
    let (last, first) = (trip.events[trip.events.count - 1].stop, next.events[0].stop)
    return Self.place(last.position).distanceMeters(to: Self.place(first.position)) <= 200
  }
}
