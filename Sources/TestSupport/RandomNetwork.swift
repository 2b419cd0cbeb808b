import Geography
public import TransitRouting

/// Small networks full of what real feeds do: loops, trips that overtake others of their line, twins,
/// hops of zero seconds, pass-throughs, calls to board or to alight only, changes that are one-way,
/// forbidden or take odd seconds, trips past midnight and of the day before, in every second network
/// trips that continue others, and in every third rules of transfers for some trips.
/// `RandomNetworkTests` counts them.
public enum RandomNetwork {
  /// - Parameter seed: the same seed gives the same network.
  public static func timetable(seed: UInt64) -> Timetable {
    let plain = withoutRules(seed: seed)
    return seed % 3 == 2 ? plain.applying(rules(plain, seed: seed)) : plain
  }

  /// The network of a seed before any rules for some trips are applied.
  public static func withoutRules(seed: UInt64) -> Timetable {
    var random = SeededGenerator(seed: seed)
    var builder = TimetableBuilder()
    let stopCount = Int.random(in: 3...12, using: &random)
    let stops = (0..<stopCount).map { index in
      builder.add(
        stop: .init(
          id: "S\(index)", name: "Stop \(index)",
          coordinate: Coordinate(latitude: 50.8 + Double(index) / 100, longitude: 4.3)))
    }
    let routes = (0..<3).map { builder.add(route: .init(id: "R\($0)", shortName: "R", type: 3)) }
    // A third of the networks runs around midnight, and a third around that before.
    let dayStart = [7 * 3600, 23 * 3600, -3600][Int(random.next() % 3)]
    // In half of them times are whole minutes, so that many coincide.
    let unit = random.next() % 2 == 0 ? 60 : 1
    var spans: [(trip: TripIndex, events: [Timetable.StopEvent])] = []
    for trip in 0..<Int.random(in: 2...25, using: &random) {
      let line = random.next() % 3 == 0 ? spans.randomElement(using: &random)?.events : nil
      let events = calls(stops, line, from: dayStart, unit: unit, &random)
      do throws(TimetableError) {
        spans.append(
          (
            try builder.add(trip: .init(id: "T\(trip)", route: routes[trip % 3]), events: events),
            events
          ))
      } catch {
        preconditionFailure("generated times decrease: \(error)")
      }
    }
    for _ in 0..<Int.random(in: 0...(2 * stopCount), using: &random) {
      guard let from = stops.randomElement(using: &random),
        let to = stops.randomElement(using: &random)
      else { continue }
      let seconds = [0, 45, 60, 120, 300, nil].randomElement(using: &random) ?? nil
      builder.add(transfer: Transfer(from: from, to: to, seconds: seconds))
    }
    if seed % 2 == 1 { link(spans, &builder, &random) }
    return builder.build()
  }

  /// Instants of a query in their order: one to nine, from before the first call to after the last
  /// one, of which some may be equal.
  public static func instants(_ timetable: Timetable, seed: UInt64) -> [Int32] {
    var random = SeededGenerator(seed: seed &* 31 &+ 7)
    let first = timetable.stopEvents.map(\.departureSeconds).min() ?? 0
    let last = timetable.stopEvents.map(\.arrivalSeconds).max() ?? first
    let unit: Int32 = random.next() % 2 == 0 ? 60 : 1
    return (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Int32.random(in: first / unit - 2...last / unit + 2, using: &random) * unit
    }.sorted()
  }

  /// Some trips go on as the first one, or two, that begin when they have ended, anywhere: chains,
  /// trips that divide and join, some of them within one second.
  private static func link(
    _ trips: [(trip: TripIndex, events: [Timetable.StopEvent])],
    _ builder: inout TimetableBuilder, _ random: inout SeededGenerator
  ) {
    for (trip, events) in trips {
      let end = events.last?.arrivalSeconds ?? 0
      let later = trips.filter { $0.trip != trip && $0.events[0].departureSeconds >= end }
        .sorted { $0.events[0].departureSeconds < $1.events[0].departureSeconds }
      for next in later.prefix([0, 1, 1, 2][Int(random.next() % 4)]) {
        builder.addContinuation(from: trip, to: next.trip)
      }
    }
  }

  /// Rules of every specificity, also such as contradict each other.
  public static func rules(_ timetable: Timetable, seed: UInt64) -> [TransferRule] {
    var random = SeededGenerator(seed: ~seed)
    // Few stops, so that several rules meet at one.
    let stops = timetable.stops.indices.prefix(3).map { StopIndex($0) }
    func trips() -> TransferRule.Trips {
      let trip = Int.random(in: timetable.trips.indices, using: &random)
      return switch random.next() % 4 {
      case 0: .all
      case 1: .route(timetable.trips[trip].route)
      case 2: .trips([TripIndex(trip)])
      default: .trips([TripIndex(trip), TripIndex(trip / 2)])
      }
    }
    return (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
      guard let from = stops.randomElement(using: &random),
        let to = stops.randomElement(using: &random)
      else { return nil }
      return TransferRule(
        from: from, to: to, arriving: trips(), departing: trips(),
        seconds: [0, 60, 120, 300, nil].randomElement(using: &random) ?? nil)
    }
  }

  /// - Parameter line: the calls of a trip whose stops this one serves too, now and then at the very
  ///   same times.
  private static func calls(
    _ stops: [StopIndex], _ line: [Timetable.StopEvent]?, from dayStart: Int, unit: Int,
    _ random: inout SeededGenerator
  ) -> [Timetable.StopEvent] {
    if let line, random.next() % 4 == 0 { return line }
    func seconds(_ minutes: [Int]) -> Int {
      let whole = 60 * (minutes.randomElement(using: &random) ?? 0)
      return whole == 0 || unit == 60 ? whole : whole - Int.random(in: 0..<60, using: &random)
    }
    var time = dayStart + seconds(Array(0...90))
    let callCount = line?.count ?? Int.random(in: 2...7, using: &random)
    return (0..<callCount).map { position in
      let arrival = time
      let departure = arrival + seconds([0, 0, 0, 1, 4])
      time = departure + seconds([0, 0, 1, 2, 5, 9])
      let kind = random.next() % 10
      return Timetable.StopEvent(
        stop: line?[position].stop ?? stops[Int.random(in: 0..<stops.count, using: &random)],
        arrivalSeconds: arrival, departureSeconds: departure,
        canBoard: kind != 0 && kind != 1, canAlight: kind != 0 && kind != 2)
    }
  }
}
