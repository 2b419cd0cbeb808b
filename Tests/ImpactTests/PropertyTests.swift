import Geography
import Routing
import TestSupport
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// Scenarios on `RandomNetwork`, whose stops lie 1.1 km apart on a line: homes and workplaces
/// anywhere around it, some beyond every walk.
enum RandomScenario {
  static func make(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed &+ 1000)
    func place() -> Coordinate {
      Coordinate(
        latitude: 50.79 + Double.random(in: 0...0.14, using: &random),
        longitude: 4.29 + Double.random(in: 0...0.03, using: &random))
    }
    var scenario = Scenario.tiny(homes: [], offices: [], sites: [])
    scenario.demand.origins = (0..<12).map { index in
      Demand.Origin(
        id: "h\(index)", name: "Home \(index)", municipality: "\(index % 4)",
        municipalityName: "Town \(index % 4)", coordinate: place(),
        people: Double(Int.random(in: 1...500, using: &random)), officeID: nil)
    }
    scenario.offices = [0.5, 0.3, 0.2].enumerated().map {
      .init(id: "o\($0)", name: "o\($0)", coordinate: place(), share: $1)
    }
    scenario.sites = (0..<6).map { .at(place(), id: "s\($0)") }
    scenario.arrivalWindow = 27_600..<30_000
    scenario.departureWindow = 26_400..<29_400
    scenario.access.maximumMinutes = SourcedNumber(100)
    return scenario
  }
}

@Suite struct ConservationTests {
  @Test(arguments: UInt64(1)...30)
  func nobodyAndNoHourIsLostBetweenTheTables(_ seed: UInt64) async throws {
    let scenario = RandomScenario.make(seed: seed)
    let result = try await result(scenario, RandomNetwork.timetable(seed: seed))
    let totals = result.totals
    #expect(totals.people == scenario.demand.people)
    #expect(isClose(totals.peopleByOutcome.values.reduce(0, +), totals.people))
    #expect(isClose(result.origins.reduce(0) { $0 + $1.people }, totals.people))
    let towns = result.municipalities
    #expect(isClose(towns.reduce(0) { $0 + $1.people }, totals.people))
    #expect(isClose(towns.reduce(0) { $0 + $1.hoursSavedPerDay }, totals.hoursSavedPerDay))
    #expect(isClose(towns.reduce(0) { $0 + $1.hoursSavedPerYear }, totals.hoursSavedPerYear))
    let gaining = totals.peopleByOutcome["gains"] ?? -1
    #expect(isClose(towns.reduce(0) { $0 + $1.peopleGaining }, gaining))
    #expect(isClose(result.sites.reduce(0) { $0 + $1.hoursSavedPerDay }, totals.hoursSavedPerDay))
    #expect(isClose(result.sites.reduce(0) { $0 + $1.peopleChoosing }, gaining))
    let compared = result.origins.filter { $0.savedSecondsOneWay != nil }
    #expect(
      isClose(
        result.savings.reduce(0) { $0 + $1.people }, compared.reduce(0) { $0 + $1.people }))
  }

  @Test(arguments: UInt64(1)...30)
  func partsStandInOrder(_ seed: UInt64) async throws {
    let result = try await result(
      RandomScenario.make(seed: seed), RandomNetwork.timetable(seed: seed))
    let commutes =
      result.municipalities.flatMap { [$0.central, $0.best] } + result.sites.map(\.commute)
      + result.origins.flatMap { [$0.central, $0.best].compactMap(\.self) }
    for commute in commutes {
      for part in [commute.morning, commute.evening] {
        let values = [part.p10, part.p50, part.p90].map { $0 ?? .infinity }
        #expect(values == values.sorted())
      }
    }
    for site in result.sites {
      #expect(site.hoursSavedPerDay <= site.hoursSavedPerDayAlone + 1e-9)
      #expect(site.peopleWithin15 <= site.peopleWithin30)
      #expect(site.peopleWithin30 <= site.peopleWithin45)
    }
  }

  @Test(arguments: UInt64(1)...30)
  func aFurtherSiteNeverLowersTheHoursSaved(_ seed: UInt64) async throws {
    var scenario = RandomScenario.make(seed: seed)
    let timetable = RandomNetwork.timetable(seed: seed)
    let sites = scenario.sites
    var before = 0.0
    for count in 0...sites.count {
      scenario.sites = Array(sites.prefix(count))
      let totals = try await result(scenario, timetable).totals
      #expect(totals.hoursSavedPerDay >= before - 1e-9)
      before = totals.hoursSavedPerDay
    }
  }

  /// The seeds above would show nothing if nobody ever gained or lost.
  @Test func theRandomScenariosHoldEveryOutcome() async throws {
    var seen = Set<RunResult.Outcome>()
    for seed in UInt64(1)...30 {
      let result = try await result(
        RandomScenario.make(seed: seed), RandomNetwork.timetable(seed: seed))
      seen.formUnion(result.origins.map(\.outcome))
    }
    #expect(
      seen.isSuperset(of: [
        .gains, .loses, .onlySiteReachable, .onlyOfficeReachable, .nothingReachable,
      ]))
  }

  @Test(arguments: [UInt64(3), 8, 21])
  func theResultIsTheSameForAnyNumberOfThreads(_ seed: UInt64) async throws {
    let scenario = RandomScenario.make(seed: seed)
    let timetable = RandomNetwork.timetable(seed: seed)
    let one = try await result(scenario, timetable, threads: 1).json()
    for threads in [2, 8] {
      #expect(try await result(scenario, timetable, threads: threads).json() == one)
    }
  }
}

/// Every commute against the naive router, minute by minute.
@Suite struct NaiveAgreementTests {
  @Test(arguments: UInt64(1)...12)
  func everyCommuteIsThatOfTheNaiveRouter(_ seed: UInt64) async throws {
    let scenario = RandomScenario.make(seed: seed)
    let comparison = try await CommuteComparison.computed(
      scenario, RandomNetwork.timetable(seed: seed), threads: 2)
    let naive = NaiveCommutes(scenario, comparison.network)
    for (workplace, place)
      in (scenario.offices.map(\.coordinate)
      + scenario.sites.map(\.coordinate)).enumerated() where workplace % 3 == 0
    {
      let morning = naive.mornings(to: place)
      let evening = naive.evenings(from: place)
      for home in scenario.demand.origins.indices {
        let pair = comparison.times.pair(home: home, workplace: workplace)
        #expect(pair.morning == CommuteTimes.Seconds(morning[home]), "\(home) to \(workplace)")
        #expect(pair.evening == CommuteTimes.Seconds(evening[home]), "\(workplace) to \(home)")
      }
    }
  }
}

/// Percentiles by a search for every single minute.
struct NaiveCommutes {
  private let scenario: Scenario
  private let network: CommuteNetwork
  private let router: ReferenceRouter

  init(_ scenario: Scenario, _ network: CommuteNetwork) {
    self.scenario = scenario
    self.network = network
    router = ReferenceRouter(network.doors.timetable, slackSeconds: 60)
  }

  func mornings(to place: Coordinate) -> [[Int32]] {
    let egress = network.doors.door(at: place).egress
    return percentiles(of: scenario.arrivalWindow, place) { minute in
      let departures = router.latestDepartures(egress, arrivingBy: minute)
      return { home in
        network.homeDoors[home].access.compactMap { walk in
          departures[walk.stop.position].map { minute - $0 + Int(walk.seconds) }
        }.min()
      }
    }
  }

  func evenings(from place: Coordinate) -> [[Int32]] {
    let access = network.doors.door(at: place).access
    return percentiles(of: scenario.departureWindow, place) { minute in
      let arrivals = router.earliestArrivals(access, departing: minute)
      return { home in
        network.homeDoors[home].egress.compactMap { walk in
          arrivals[walk.stop.position].map { $0 + Int(walk.seconds) - minute }
        }.min()
      }
    }
  }

  /// For each home the 10th, 50th and 90th percentile by nearest rank: the value below or at which
  /// that share of the minutes lies.
  private func percentiles(
    of window: Range<Int>, _ place: Coordinate, _ search: (Int) -> (Int) -> Int?
  ) -> [[Int32]] {
    let homes = scenario.demand.origins
    var times = [[Int]](repeating: [], count: homes.count)
    for minute in stride(from: window.lowerBound, to: window.upperBound, by: 60) {
      let seconds = search(minute)
      for home in homes.indices {
        // 1.3 × the straight line at 4.8 km/h, up to 30 minutes.
        let meters = homes[home].coordinate.distanceMeters(to: place)
        let walk = (meters * 1.3 / (4.8 / 3.6)).rounded(.up)
        let best = min(seconds(home) ?? .max, walk <= 1800 ? Int(walk) : .max)
        times[home].append(best <= 100 * 60 ? best : .max)
      }
    }
    return times.map { times in
      [10, 50, 90].map { percent in
        let value = times.sorted().first { limit in
          times.filter { $0 <= limit }.count * 100 >= percent * times.count
        }
        return value.map { Int32(clamping: $0) } ?? WindowScan.unreachable
      }
    }
  }
}
