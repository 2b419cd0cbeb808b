import ImpactModel
import TestSupport
import Testing

@Suite struct EffectsTests {
  /// 100 people, office 60 minutes (and as many kilometers by car), space 20.
  private var example: TinyModel {
    TinyModel(
      sites: [ModelSite(id: "S", quarter: "Town", priceEuroPerDay: 20)], minutes: [[60], [20]],
      groups: [PeopleGroup(home: 0, office: 0, people: 100)])
  }
  private let rates = EffectRates(
    weeksPerYear: 44, carOccupancy: 1.25, carGrams: 150, reboundShareOfKilometers: 0.65,
    reboundShareOfTime: 0.8, spendingEuroPerOfficeDay: 10, spendingShareElsewhere: 0.5)

  @Test func oneDayAWeekInASpace() {
    let effects = example.model().evaluate(rates).effects
    // 100 person-days a week × 2 × 40 min = 8000 min; × 44 weeks / 60 = 5866.67 h.
    #expect(isClose(effects.hoursPerYear, 8000.0 * 44 / 60))
    #expect(isClose(effects.hoursBySpacesPerYear, 8000.0 * 44 / 60))
    #expect(isClose(effects.netHoursPerYear, 8000.0 * 44 / 60 * 0.2))
    // 100 × 2 × 40 km × 44 / 1.25 cars = 281,600 vehicle-km; 35 % of it stays saved.
    #expect(isClose(effects.carKilometersPerYear, 281_600))
    #expect(isClose(effects.mainRoadKilometersPerYear, 281_600))
    #expect(isClose(effects.netCarKilometersPerYear, 281_600 * 0.35))
    // 352,000 passenger-km × 150 g.
    #expect(isClose(effects.tonnesPerYear, 52.8))
    // 8000 min at 10 €/h = 1333.33 € a week; half of it, 44 weeks.
    #expect(isClose(effects.ruleOfHalfEuroPerYear, 8000.0 / 6 / 2 * 44))
    #expect(effects.logsumEuroPerYear == nil)
    #expect(isClose(effects.siteDaysPerYear, 4400))
    #expect(isClose(effects.officeDaysLeavingPerYear, 4400))
    #expect(isClose(effects.spendingLeavingEuroPerYear, 44_000))
    #expect(isClose(effects.spendingArrivingEuroPerYear, 22_000))
    #expect(isClose(effects.sitePricesEuroPerYear, 88_000))
  }

  @Test func aDayAtHomeSavesTheWholeCommute() {
    var example = example
    example.plan = WeekPlan(policy: DayCounts(office: 3, space: 1, home: 1))
    let result = example.model().evaluate(rates)
    // The space day saves 2 × 40 min, the day at home 2 × 60 min.
    #expect(isClose(result.savings.hoursBySpaces, 100 * 80.0 / 60))
    #expect(isClose(result.savings.hoursByHome, 100 * 120.0 / 60))
    #expect(isClose(result.effects.hoursPerYear, 100 * 200.0 / 60 * 44))
    #expect(isClose(result.effects.homeDaysPerYear, 4400))
    // Person: 5 × 120 = 600 minutes before, 3 × 120 + 40 = 400 after.
    #expect(result.persons.count == 1)
    #expect(isClose(result.persons[0].baseMinutes, 600))
    #expect(isClose(result.persons[0].policyMinutes, 400))
  }

  @Test func ringBorderAndJunctionCountTheWayToWorkOfAMeanWeekday() {
    var model = example.model()
    for workplace in 0..<2 {
      var mix = model.mixes.mixes[workplace][0][0]!
      mix.load.ringKilometers = workplace == 0 ? 10 : 2
      mix.load.borderCrossings = workplace == 0 ? 1 : 0
      mix.load.junctionRides = workplace == 0 ? 0.5 : 0
      model.mixes.mixes[workplace][0][0] = mix
    }
    // 20 people a weekday go to the space: 20 × 8 km, 20 crossings, 10 rides; 1.25 in a car.
    let effects = model.evaluate(rates).effects
    #expect(isClose(effects.ringKilometersPerMorning, 160 / 1.25))
    #expect(isClose(effects.borderCrossingsPerMorning, 16))
    #expect(isClose(effects.junctionPassengersPerMorning, 10))
  }

  @Test func quartersSeeWhoLeavesAndWhoArrives() {
    var example = example
    example.offices = [
      ModelOffice(id: "O", quarter: "Centre"), ModelOffice(id: "P", quarter: "North"),
    ]
    example.minutes = [[60], [60], [20]]
    example.groups.append(PeopleGroup(home: 0, office: 1, people: 10))
    example.sites[0].quarter = "North"
    let model = example.model()
    let rows = QuarterDays.of(model, model.evaluate(rates))
    // Centre: 500 days, 100 of them leave. North: 50 before, 10 leave and 110 arrive in its space.
    #expect(rows.map(\.quarter) == ["Centre", "North"])
    #expect(rows.map(\.baseOfficeDays) == [500, 50])
    #expect(isClose(rows[0].leaving, 100))
    #expect(isClose(rows[1].officeDays, 40))
    #expect(isClose(rows[1].siteDays, 110))
    #expect(isClose(rows[1].leaving, -100))
  }

  @Test func aSeatMoreSavesWhatTheNextInTheQueueGains() {
    var example = example
    // 20 a weekday for 5 seats: a sixth seat saves 80 minutes on each of five weekdays.
    example.sites[0].seats = Array(repeating: 5, count: 7)
    let model = example.model()
    let value = SeatValue.hoursPerWeek(model, model.evaluate(rates))
    #expect(isClose(value[0], 5 * 80.0 / 60))
    example.sites[0].seats = Array(repeating: 50, count: 7)
    let roomy = example.model()
    #expect(SeatValue.hoursPerWeek(roomy, roomy.evaluate(rates)) == [0])
  }

  @Test func theLogsumOfTwoEqualSpacesIsWorthMoreThanEither() {
    var example = example
    example.sites.append(ModelSite(id: "S2", quarter: "Town"))
    example.minutes.append([20])
    example.sites[0].priceEuroPerDay = 0
    example.rules.siteRule = .logit(scalePerEuro: 0.5)
    // Each saves 80 min at 10 €/h = 13.33 €; two equal ones ln 2 / 0.5 more.
    let savings = example.model().evaluate(rates).savings
    #expect(isClose(savings.logsumEuro ?? 0, 100 * (80.0 / 6 + 0.693147180559945 / 0.5)))
  }

  @Test func noChangeIsExactlyZero() {
    var chance = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let plan = DayCounts(office: .random(in: 1...4, using: &chance), space: 0, home: 1)
      var example = example
      example.minutes = [
        [.random(in: 1...90, using: &chance)], [.random(in: 1...90, using: &chance)],
      ]
      example.groups[0].people = .random(in: 1...1000, using: &chance)
      example.plan = WeekPlan(
        base: plan, policy: plan, taskDays: 0.5, officeWeights: [1, 1.3, 0.9, 1.1, 0.7, 0, 0])
      let result = example.model().evaluate(rates)
      #expect(result.days.base == result.days.policy)
      var nothing = Effects()
      nothing.people = result.effects.people
      #expect(result.effects == nothing)
    }
  }

  @Test func whoseOfficeIsOutOfReachIsCountedApart() {
    var example = example
    example.minutes = [[60, nil], [20, 20]]
    example.groups.append(PeopleGroup(home: 1, office: 0, people: 7))
    let effects = example.model().evaluate(rates).effects
    #expect(effects.people == 100)
    #expect(effects.peopleNotCounted == 7)
    #expect(isClose(effects.siteDaysPerYear, 4400))
  }

  @Test func whatIsSavedIsTheDifferenceOfTheAccounts() {
    var example = example
    example.plan = WeekPlan(policy: DayCounts(office: 2, space: 2, home: 1))
    example.sites[0].seats = Array(repeating: 13, count: 7)
    let result = example.model().evaluate(rates)
    #expect(isClose(result.savings.hours, result.base.hours - result.policy.hours))
    let persons = result.persons.reduce(0) { $0 + $1.people * $1.savedMinutes }
    #expect(isClose(persons / 60, result.savings.hours))
    #expect(isClose(result.policy.totalDays, result.base.totalDays))
    // The whole difference of cost is in the accounts too.
    #expect(
      isClose(
        result.savings.costEuroBySpaces + result.savings.costEuroByHome,
        result.base.costEuro - result.policy.costEuro))
  }
}
