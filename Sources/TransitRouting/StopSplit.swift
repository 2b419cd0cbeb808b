extension Timetable {
  /// The timetable with transfer rules that hold for some trips only.
  ///
  /// Searches know stops and not which trip one comes from. So a stop is split: the trips that the
  /// same rules name at it call at a part of their own, and what the most specific rule says of two
  /// trips becomes a transfer between the parts that they call at. Scans stay as they are, and
  /// stops that no rule names cost nothing; a stop where rules name n trips one by one has n parts
  /// and n² changes.
  ///
  /// - Parameter rules: of two that fit a pair of trips equally well the later one counts.
  public func applying(_ rules: [TransferRule]) -> Timetable {
    let rules = rules.filter { $0.specificity > 0 }
    guard !rules.isEmpty else { return self }
    var split = StopSplit(self, rules)
    split.moveCalls()
    return split.timetable()
  }
}

/// What rules name at a stop, at either end of theirs.
private struct NamedTrips {
  /// Positions are the elements of a part's group.
  private var positions: [TransferRule.Trips: Int] = [:]
  private var byRoute: [RouteIndex: Int] = [:]
  private var byTrip: [TripIndex: [Int]] = [:]

  mutating func add(_ trips: TransferRule.Trips) {
    guard trips != .all, positions[trips] == nil else { return }
    let position = positions.count
    positions[trips] = position
    switch trips {
    case .all: break
    case .route(let route): byRoute[route] = position
    case .trips(let runs): for run in runs { byTrip[run, default: []].append(position) }
    }
  }

  /// `nil` for all trips.
  func position(of trips: TransferRule.Trips) -> Int? { positions[trips] }

  /// What names a trip.
  func group(_ trip: TripIndex, _ route: RouteIndex) -> [Int] {
    ((byRoute[route].map { [$0] } ?? []) + (byTrip[trip] ?? [])).sorted()
  }
}

/// A timetable in the course of being split.
private struct StopSplit {
  private struct Part {
    /// What names the trips that call here; nothing at the stop itself.
    var group: [Int]
    var stop: StopIndex
  }

  private struct Pair: Hashable, Comparable {
    var from: StopIndex
    var to: StopIndex
    static func < (a: Pair, b: Pair) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  /// What a rule names at both ends; `nil` is all trips.
  private struct Ends: Hashable {
    var arriving: Int?
    var departing: Int?
  }

  private let base: Timetable
  private let rules: [TransferRule]
  private var stops: [Timetable.Stop]
  private var events: [Timetable.StopEvent]
  private var named: [StopIndex: NamedTrips] = [:]
  /// The parts of each named stop, the stop itself first.
  private var parts: [StopIndex: [Part]] = [:]

  init(_ base: Timetable, _ rules: [TransferRule]) {
    self.base = base
    self.rules = rules
    stops = base.stops
    events = base.stopEvents
    for rule in rules {
      for (stop, trips) in [(rule.from, rule.arriving), (rule.to, rule.departing)]
      where trips != .all {
        named[stop, default: NamedTrips()].add(trips)
        parts[stop] = [Part(group: [], stop: stop)]
      }
    }
  }

  /// Lets the trips that rules name call at parts of the stops.
  mutating func moveCalls() {
    var isNamed = [Bool](repeating: false, count: stops.count)
    for stop in named.keys { isNamed[stop.position] = true }
    var partStops: [StopIndex: [[Int]: StopIndex]] = [:]
    for trip in base.trips.indices {
      for event in Int(base.tripStarts[trip])..<Int(base.tripStarts[trip + 1]) {
        let stop = base.stopEvents[event].stop
        guard isNamed[stop.position],
          let group = named[stop]?.group(TripIndex(trip), base.trips[trip].route), !group.isEmpty
        else { continue }
        let part = partStops[stop]?[group] ?? addPart(of: stop, group)
        partStops[stop, default: [:]][group] = part
        events[event].stop = part
      }
    }
  }

  private mutating func addPart(of stop: StopIndex, _ group: [Int]) -> StopIndex {
    var copy = stops[stop.position]
    copy.splitFrom = stop
    stops.append(copy)
    let index = StopIndex(stops.count - 1)
    parts[stop, default: []].append(Part(group: group, stop: index))
    return index
  }

  func timetable() -> Timetable {
    Timetable(
      stops: stops, routes: base.routes, trips: base.trips, stopEvents: events,
      tripStarts: base.tripStarts,
      transfers: TransferTable(stopCount: stops.count, base.transfers.stated + changes()),
      continuations: base.continuations)
  }

  /// The changes between parts: by the most specific rule, else by the one for all trips of the
  /// stops, else of 0 s within a stop. Pairs that nothing is said of stay open to walks.
  private func changes() -> [Transfer] {
    var general: [Pair: Int32?] = [:]
    for stop in named.keys { general[Pair(from: stop, to: stop)] = .some(0) }
    for transfer in base.transfers.stated
    where named[transfer.from] != nil || named[transfer.to] != nil {
      general[Pair(from: transfer.from, to: transfer.to)] = .some(transfer.seconds)
    }
    let specific = Dictionary(grouping: rules.indices) {
      Pair(from: rules[$0].from, to: rules[$0].to)
    }
    var changes: [Transfer] = []
    for pair in Set(general.keys).union(specific.keys).sorted() {
      let byEnds = Dictionary(
        (specific[pair] ?? []).map { (ends(of: rules[$0]), $0) }, uniquingKeysWith: max)
      for from in parts[pair.from] ?? [Part(group: [], stop: pair.from)] {
        for to in parts[pair.to] ?? [Part(group: [], stop: pair.to)]
        where !(from.group.isEmpty && to.group.isEmpty) {
          let seconds: Int32?
          if let rule = bestRule(byEnds, from.group, to.group) {
            seconds = rules[rule].seconds
          } else if let stated = general[pair] {
            seconds = stated
          } else {
            continue
          }
          changes.append(Transfer(from: from.stop, to: to.stop, seconds: seconds.map { Int($0) }))
        }
      }
    }
    return changes
  }

  private func ends(of rule: TransferRule) -> Ends {
    Ends(
      arriving: named[rule.from]?.position(of: rule.arriving),
      departing: named[rule.to]?.position(of: rule.departing))
  }

  /// The most specific rule that fits trips of two groups, of several the last.
  private func bestRule(_ byEnds: [Ends: Int], _ from: [Int], _ to: [Int]) -> Int? {
    guard !byEnds.isEmpty else { return nil }
    var best: Int?
    for arriving in [nil] + from.map({ $0 }) as [Int?] {
      for departing in [nil] + to.map({ $0 }) as [Int?] {
        guard let rule = byEnds[Ends(arriving: arriving, departing: departing)] else { continue }
        let isBetter = best.map {
          (rules[$0].specificity, $0) < (rules[rule].specificity, rule)
        }
        if isBetter != false { best = rule }
      }
    }
    return best
  }
}
