import TestSupport
import Testing

@testable import TransitRouting

/// What the generated networks have, so that the agreement of scans and naive routers on them says
/// something of each.
struct RandomNetworkTests {
  private static let networks = (0..<1000).map { RandomNetwork.timetable(seed: UInt64($0)) }

  private typealias Calls = [Timetable.StopEvent]

  private static func trips(_ timetable: Timetable) -> [Calls] {
    timetable.trips.indices.map { Array(timetable.events(of: TripIndex($0))) }
  }

  /// Whether two trips call at the same stops and one is first at the beginning, last at the end.
  private static func overtakes(_ a: Calls, _ b: Calls) -> Bool {
    guard a.map(\.stop) == b.map(\.stop), let first = a.first, let last = a.last,
      let otherFirst = b.first, let otherLast = b.last
    else { return false }
    return first.departureSeconds > otherFirst.departureSeconds
      && last.arrivalSeconds < otherLast.arrivalSeconds
  }

  private static func pairs(_ trips: [Calls], _ holds: (Calls, Calls) -> Bool) -> Bool {
    trips.indices.contains { a in trips.indices.contains { a != $0 && holds(trips[a], trips[$0]) } }
  }

  private static func has(
    _ timetable: Timetable, _ holds: (Timetable.StopEvent) -> Bool
  ) -> Bool { timetable.stopEvents.contains(where: holds) }

  private static func hasChange(
    _ timetable: Timetable, _ holds: (StopIndex, TransferTable.Edge) -> Bool
  ) -> Bool {
    timetable.stops.indices.map { StopIndex($0) }.contains { stop in
      timetable.transfers.leaving(stop).contains { holds(stop, $0) }
    }
  }

  /// Something that real feeds have.
  struct Feature: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let isIn: @Sendable (Timetable) -> Bool

    init(_ name: String, _ isIn: @Sendable @escaping (Timetable) -> Bool) {
      testDescription = name
      self.isIn = isIn
    }
  }

  private static let features = [
    Feature("a loop") { trips($0).contains { Set($0.map(\.stop)).count < $0.count } },
    Feature("an overtaking trip") { pairs(trips($0), overtakes) },
    Feature("two trips with the same calls") { pairs(trips($0)) { $0.count > 1 && $0 == $1 } },
    Feature("a hop of no time") {
      trips($0).contains {
        zip($0, $0.dropFirst()).contains { $0.departureSeconds == $1.arrivalSeconds }
      }
    },
    Feature("a stay") { has($0) { $0.arrivalSeconds < $0.departureSeconds } },
    Feature("a call to alight only") { has($0) { !$0.canBoard && $0.canAlight } },
    Feature("a call to board only") { has($0) { $0.canBoard && !$0.canAlight } },
    Feature("an end that nobody can use") { has($0) { !$0.canBoard && !$0.canAlight } },
    Feature("a call before the day begins") { has($0) { $0.departureSeconds < 0 } },
    Feature("a call on the next day") { has($0) { $0.arrivalSeconds >= 86_400 } },
    Feature("a trip over midnight") {
      trips($0).contains { calls in
        [0, 86_400].contains { midnight in
          calls.contains { $0.departureSeconds < midnight }
            && calls.contains { $0.arrivalSeconds > midnight }
        }
      }
    },
    Feature("seconds") { has($0) { $0.arrivalSeconds % 60 != 0 } },
    Feature("a change within a stop that takes time") {
      hasChange($0) { $0 == $1.to && $1.seconds > 0 }
    },
    Feature("a change in no time to another stop") {
      hasChange($0) { $0 != $1.to && $1.seconds == 0 }
    },
    Feature("a forbidden change within a stop") { network in
      network.stops.indices.map { StopIndex($0) }.contains { stop in
        !network.transfers.leaving(stop).contains { $0.to == stop }
      }
    },
    Feature("a change one way only") { network in
      hasChange(network) { from, edge in
        !network.transfers.leaving(edge.to).contains { $0.to == from }
      }
    },
    Feature("a vehicle that is divided") { network in
      following(network).contains { $0.count > 1 }
    },
    Feature("vehicles that are joined") { network in
      let all = following(network).flatMap(\.self)
      return Set(all).count < all.count
    },
    Feature("a chain of three trips") { network in
      following(network).joined().contains { !network.continuations.following($0).isEmpty }
    },
    Feature("a stop that rules split") { $0.stops.contains { $0.splitFrom != nil } },
  ]

  private static func following(_ network: Timetable) -> [[TripIndex]] {
    network.trips.indices.map { network.continuations.following(TripIndex($0)) }
  }

  /// In fewer than one network of twenty the agreement tests would see it too seldom.
  @Test("one network of twenty at least has what is hard", arguments: features)
  func hasFeature(feature: Feature) {
    #expect(Self.networks.count(where: feature.isIn) >= 50)
  }

  @Test("rules of every rank occur, also such as forbid")
  func rules() {
    let rules = (0..<300).flatMap { seed in
      RandomNetwork.rules(RandomNetwork.withoutRules(seed: seed), seed: seed)
    }
    for specificity in 1...5 {
      let ranked = rules.filter { $0.specificity == specificity }
      #expect(ranked.contains { $0.seconds == nil } && ranked.contains { $0.seconds == 60 })
    }
  }

  private func changes(_ network: Timetable, _ other: Timetable) -> Bool {
    let instant = network.stopEvents.map { Int($0.departureSeconds) }.min() ?? 0
    return network.stops.indices.prefix(3).contains { stop in
      let access = [StopWalk(stop: StopIndex(stop), seconds: 0)]
      return ReferenceRouter(network).earliestArrivals(access, departing: instant)
        != ReferenceRouter(other).earliestArrivals(access, departing: instant)
    }
  }

  /// Each is taken away in 300 networks; where it does not matter to anybody, no test would see it.
  @Test("changes, forbidden ones, staying seated and calls with restrictions matter to answers")
  func matter() {
    let networks = Self.networks.prefix(300)
    let counts = [
      networks.count {
        changes($0, $0.with(transfers: TransferTable(stopCount: $0.stops.count, [])))
      },
      networks.count {
        changes(
          $0,
          $0.with(
            transfers: TransferTable(
              stopCount: $0.stops.count, $0.transfers.stated.filter { $0.seconds != nil })))
      },
      networks.count {
        changes($0, Self.copy($0, continuations: ContinuationTable(tripCount: 0, [])))
      },
      networks.count {
        changes(
          $0,
          Self.copy(
            $0,
            events: $0.stopEvents.map {
              var event = $0
              (event.canBoard, event.canAlight) = (true, true)
              return event
            }))
      },
    ]
    #expect(counts.allSatisfy { $0 >= 10 }, "\(counts)")
  }

  private static func copy(
    _ timetable: Timetable, events: [Timetable.StopEvent]? = nil,
    continuations: ContinuationTable? = nil
  ) -> Timetable {
    Timetable(
      stops: timetable.stops, routes: timetable.routes, trips: timetable.trips,
      stopEvents: events ?? timetable.stopEvents, tripStarts: timetable.tripStarts,
      transfers: timetable.transfers, continuations: continuations ?? timetable.continuations)
  }
}
