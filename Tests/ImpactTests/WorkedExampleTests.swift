import Findings
import Geography
import Routing
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// `TinyNetwork.example()`: 100 people at A, 50 at B, the office O, the sites S and T.
@Suite struct WorkedExampleTests {
  private let scenario = Scenario.tiny(
    homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: ["T", "S"])

  private func run(_ change: (inout Scenario) -> Void = { _ in }) async throws -> RunResult {
    var scenario = scenario
    change(&scenario)
    return try await result(scenario, TinyNetwork.example().build())
  }

  @Test func percentilesAreOfTheTravelTimesOverTheMinutesOfBothWindows() async throws {
    let origin = try #require(try await run().origins.first { $0.id == "A" })
    // 40, 44 and 48 minutes to the office; 20, 24 and 28 to S.
    let office = RunResult.Percentile(p10: 2400, p50: 2640, p90: 2880)
    #expect(origin.central == RunResult.Commute(morning: office, evening: office, oneWay: 2640))
    let site = RunResult.Percentile(p10: 1200, p50: 1440, p90: 1680)
    #expect(origin.bestSite == "S")
    #expect(origin.best == RunResult.Commute(morning: site, evening: site, oneWay: 1440))
    // 44 - 24 = 20 minutes one way.
    #expect(origin.savedSecondsOneWay == 1200)
    #expect(origin.outcome == .gains)
  }

  @Test func oneWayIsTheMeanOfTheMediansOfBothDirections() async throws {
    // 40 minutes there (median 44), 61 back (median 65): (44 + 65) / 2 = 54.5.
    var network = TinyNetwork()
    try network.line("A", "O", minutes: 40)
    try network.line("O", "A", minutes: 61)
    let scenario = Scenario.tiny(homes: [("A", 1)], offices: [("O", 1)], sites: ["O"])
    let origin = try #require(try await result(scenario, network.build()).origins.first)
    #expect(origin.central.morning.p50 == 2640.0)
    #expect(origin.central.evening.p50 == 3900.0)
    #expect(origin.central.oneWay == 3270.0)
  }

  @Test func whoIsFartherFromEverySiteThanFromTheOfficeLoses() async throws {
    let origin = try #require(try await run().origins.first { $0.id == "B" })
    // T is out of reach; S takes 54, the office 34.
    #expect(origin.bestSite == "S")
    #expect(origin.savedSecondsOneWay == -1200)
    #expect(origin.outcome == .loses)
  }

  @Test func hoursOfADayAreBothWaysOfThoseWhoGain() async throws {
    let totals = try await run().totals
    #expect(totals.people == 150)
    // 100 people × 2 × 20 min = 4000 min; 50 × 2 × 20 = 2000 min lost if B had to go.
    #expect(isClose(totals.hoursSavedPerDay, 4000.0 / 60))
    #expect(isClose(totals.hoursLostPerDay, 2000.0 / 60))
    #expect(totals.peopleSavingOver15Minutes == 100)
    #expect(totals.peopleSavingOver30Minutes == 0)
    #expect(
      totals.peopleByOutcome == [
        "gains": 100, "loses": 50, "unchanged": 0, "onlySiteReachable": 0,
        "onlyOfficeReachable": 0, "nothingReachable": 0,
      ])
    // (100 × 44 + 50 × 34) / 150 = 6100 / 150 min; (100 × 24 + 50 × 54) / 150 = 34 min.
    #expect(isClose(totals.centralSecondsOneWay, 6100.0 / 150 * 60))
    #expect(isClose(totals.bestSecondsOneWay, 34 * 60))
    #expect(totals.savedSecondsOneWay == 1200)
  }

  @Test func hoursOfAYearAreDaysTimesWeeksTimesParticipation() async throws {
    let result = try await run {
      $0.policy.siteDaysPerWeek = SourcedNumber(2)
      $0.policy.workingWeeksPerYear = SourcedNumber(44)
      $0.policy.participation = SourcedNumber(0.5)
    }
    // 4000 / 60 h × 2 × 44 × 0.5 = 2933.33 h. A day stays a day on which all take part.
    #expect(isClose(result.totals.hoursSavedPerYear, 4000.0 / 60 * 44))
    #expect(isClose(result.totals.hoursSavedPerDay, 4000.0 / 60))
    #expect(isClose(result.municipalities.first?.hoursSavedPerYear, 4000.0 / 60 * 44))
    let site = try #require(result.sites.first { $0.id == "S" })
    #expect(isClose(site.hoursSavedPerYear, 4000.0 / 60 * 44))
    #expect(isClose(site.hoursSavedPerYearAlone, 4000.0 / 60 * 44))
  }

  @Test func savingsOfExactlyTheLimitAreNotOverIt() async throws {
    // A to the office 40, to S 25 minutes less: exactly 15 minutes saved; T is not a site.
    var network = TinyNetwork()
    try network.bothWays("A", "O", minutes: 40)
    try network.bothWays("A", "S", minutes: 25)
    let scenario = Scenario.tiny(homes: [("A", 8)], offices: [("O", 1)], sites: ["S"])
    let result = try await result(scenario, network.build())
    #expect(result.totals.savedSecondsOneWay == 900)
    #expect(result.totals.peopleSavingOver15Minutes == 0)
    #expect(result.savings == [.init(fromMinutes: 15, toMinutes: 20, people: 8)])
  }

  @Test func theHistogramHoldsEveryoneWhoIsCompared() async throws {
    // A saves 20 minutes, B loses 20: bins from -20 to 25, empty ones in between.
    let bins = try await run().savings
    #expect(bins.map(\.fromMinutes) == [-20, -15, -10, -5, 0, 5, 10, 15, 20])
    #expect(bins.map(\.toMinutes) == [-15, -10, -5, 0, 5, 10, 15, 20, 25])
    #expect(bins.map(\.people) == [50, 0, 0, 0, 0, 0, 0, 0, 100])
  }

  @Test func aLossLiesInTheBinBelowIt() async throws {
    // The office takes 20 + 4 minutes, the site 27 + 4: 7 minutes lost, between -10 and -5.
    var network = TinyNetwork()
    try network.bothWays("A", "S", minutes: 20)
    try network.bothWays("A", "T", minutes: 27)
    let scenario = Scenario.tiny(homes: [("A", 6)], offices: [("S", 1)], sites: ["T"])
    let bins = try await result(scenario, network.build()).savings
    #expect(bins == [.init(fromMinutes: -10, toMinutes: -5, people: 6)])
  }

  @Test func municipalitiesComeByPeopleWithTheirMeans() async throws {
    let rows = try await run().municipalities
    #expect(rows.map(\.nis) == ["MA", "MB"])
    #expect(rows.map(\.name) == ["Town A", "Town B"])
    #expect(rows.map(\.people) == [100, 50])
    #expect(rows.map(\.peopleGaining) == [100, 0])
    #expect(rows.map(\.peopleLosing) == [0, 50])
    #expect(rows.map(\.topSite) == ["S", nil])
    #expect(rows.map(\.savedSecondsOneWay) == [1200, nil])
    #expect(rows.map(\.central.oneWay) == [44 * 60, 34 * 60])
    #expect(rows.map(\.best.morning.p90) == [28 * 60, 58 * 60])
  }

  @Test func sitesSayWhoChoosesThemAndWhatTheyWouldSaveAlone() async throws {
    let sites = try await run().sites
    #expect(sites.map(\.id) == ["S", "T"])
    #expect(sites.map(\.peopleChoosing) == [100, 0])
    #expect(isClose(sites[0].hoursSavedPerDay, 4000.0 / 60))
    #expect(sites[1].hoursSavedPerDay == 0)
    // T alone: A saves 44 - 29 = 15 minutes, 100 × 2 × 15 = 3000 min; B cannot get there.
    #expect(sites.map(\.peopleGainingAlone) == [100, 100])
    #expect(isClose(sites[1].hoursSavedPerDayAlone, 50))
    // S: A in 24, B in 54 minutes. T: A in 29.
    #expect(sites.map(\.peopleWithin15) == [0, 0])
    #expect(sites.map(\.peopleWithin30) == [100, 100])
    #expect(sites.map(\.peopleWithin45) == [100, 100])
    // (100 × 24 + 50 × 54) / 150 = 34 minutes over both homes; T is reached by A only.
    #expect(isClose(sites[0].commute.oneWay, 34 * 60))
    #expect(sites[0].peopleInCommute == 150)
    #expect(isClose(sites[1].commute.oneWay, 29 * 60))
    #expect(sites[1].peopleInCommute == 100)
  }

  @Test func siteEffectsRankEachSiteAsIfItWereTheOnlyOne() async throws {
    let comparison = try await CommuteComparison.computed(
      scenario, try TinyNetwork.example().build(), threads: 2)
    let effects = comparison.siteEffects()
    #expect(effects.map(\.id) == ["S", "T"])
    #expect(isClose(effects[1].hoursSavedPerDayAlone, 50))
    // The only site is chosen by all who gain: no column may say 0 hours.
    for (effect, id) in zip(effects, ["S", "T"]) {
      let only = Scenario.tiny(
        homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: [id])
      let site = try #require(try await result(only, TinyNetwork.example().build()).sites.first)
      #expect(effect.peopleChoosing == site.peopleChoosing)
      #expect(isClose(effect.hoursSavedPerDay, site.hoursSavedPerDay))
      #expect(isClose(effect.hoursSavedPerYear, site.hoursSavedPerYear))
    }
  }

  @Test func siteEffectsOfEqualSitesAreInTheOrderOfTheirNames() async throws {
    var scenario = scenario
    scenario.sites = ["z", "b", "x"].map { .at(TinyNetwork.place("S"), id: $0) }
    let comparison = try await CommuteComparison.computed(
      scenario, try TinyNetwork.example().build(), threads: 1)
    #expect(comparison.siteEffects().map(\.id) == ["b", "x", "z"])
    // Of equal sites the first in the list is the best one.
    #expect(try comparison.result().origins.map(\.bestSite) == ["z", "z"])
  }

  @Test func anExampleItineraryTakesAsLongAsTheMedian() async throws {
    let itineraries = try await run().itineraries
    // A to the office: the first minute with 44 minutes is 8:04, by the train of 7:20 to 8:00.
    let morning = try #require(itineraries.first)
    #expect(morning.title == "Home A – Office O, by 08:04")
    #expect(morning.direction == "morning")
    #expect(morning.itinerary.departureSeconds == 7 * 3600 + 20 * 60)
    #expect(morning.itinerary.arrivalSeconds == 8 * 3600)
    // Back from S, trains at 5 past every ten: leaving at 16:31, 4 minutes of waiting, 16:35 to
    // 16:55, 24 minutes in all.
    let evening = try #require(itineraries.last)
    #expect(evening.title == "Site S – Home A, from 16:31")
    #expect(evening.itinerary.arrivalSeconds == 16 * 3600 + 55 * 60)
    #expect(itineraries.map(\.direction) == ["morning", "morning", "evening"])
  }

  @Test func homesThatAreLeftByBicycleAreFartherFromAStop() async throws {
    // 0.02° of latitude north of A are 6,371,008.8 m × 0.02 × π / 180 = 2223.9 m. × 1.3 at 15 km/h
    // that takes 693.9 s, so 694; on foot at 4.8 km/h 2168.3 s, over the limit of 30 minutes.
    let home = TinyNetwork.place("A")
    func run(_ mode: Scenario.AccessRules.HomeMode) async throws -> RunResult {
      try await self.run {
        $0.demand.origins[0].coordinate.latitude = home.latitude + 0.02
        $0.access.homeMode = mode
      }
    }
    let onFoot = try #require(try await run(.walk).origins.first)
    #expect(onFoot.outcome == .nothingReachable)
    let result = try await run(.bike)
    let byBike = try #require(result.origins.first)
    // The ride and the waits are as before: 24 minutes and 694 s in the median.
    #expect(byBike.best?.morning.p50 == 2134.0)
    #expect(byBike.best?.evening.p50 == 2134.0)
    let legs = try #require(result.itineraries.first).itinerary.legs
    #expect(legs.map(\.mode) == [.bike, .ride])
    #expect(legs.first.map { $0.arrivalSeconds - $0.departureSeconds } == 694)
    #expect(result.notes.contains { $0.code == "home_access_basis" })
  }
}
