@testable import Impact
@testable import ImpactModel

extension SampleResult {
  /// The run with a week: 300 of 1,500 office days a week leave the centre, 200 of them to a space with
  /// 50 seats, 100 to homes.
  static func withImpact(site: String = "s1", quarter: String = "Centre") throws -> RunResult {
    var result = try make()
    func parameter(_ name: String, _ value: String, low: String? = nil, high: String? = nil) {
      result.scenario.parameters.append(
        .init(
          name: name, value: value, unit: "unit", source: "assumption", low: low, high: high))
    }
    parameter("policy.working_weeks_per_year", "44")
    parameter("impact.ring_ref", "R0")
    parameter("parameters.spending_eur_per_office_day", "10", low: "5", high: "15")
    parameter("parameters.spending_share_that_moves", "0.7")
    parameter("parameters.rebound_share_of_km", "0.65")
    parameter("parameters.rebound_share_of_time", "0.8")
    result.impact = impact(site: site, quarter: quarter)
    result.uncertainty = try uncertainty(site: site)
    return result
  }

  private static func impact(site: String, quarter: String) -> RunResult.Impact {
    var roomy = effects
    roomy.hoursPerYear = 15_000
    roomy.officeDaysLeavingPerYear = 20_000
    return RunResult.Impact(
      effects: effects, effectsWithoutSeatLimits: roomy,
      calibration: .init(
        isMet: true, problem: nil,
        modes: [
          .init(
            name: "train", share: 0.345, target: 0.34, residualPoints: 0.5, constantEuro: -1.25)
        ]),
      modes: [
        .init(mode: "transit", baseDaysPerWeek: 1500, daysPerWeek: 1400),
        .init(mode: "car", baseDaysPerWeek: 500, daysPerWeek: 450),
      ],
      mainModes: [.init(name: "train", baseShare: 0.345), .init(name: "car", baseShare: 0.655)],
      weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].enumerated().map { day, name in
        let isWorked = day < 5
        return .init(
          weekday: name, baseOfficeDays: isWorked ? 300 : 0, officeDays: isWorked ? 240 : 0,
          siteDays: isWorked ? 40 : 0, baseHomeDays: 0, homeDays: isWorked ? 20 : 0,
          unseatedDays: day == 1 ? 7 : 0)
      },
      quarters: [
        .init(quarter: quarter, baseOfficeDays: 1500, officeDays: 1200, siteDays: 0),
        .init(quarter: "Edge", baseOfficeDays: 0, officeDays: 0, siteDays: 200),
      ],
      sites: [
        .init(
          id: site, seatsPerDay: 50, daysPerWeek: 200, occupancy: 0.8,
          hoursPerYearOfOneMoreSeat: 31.5),
        .init(
          id: "s2", seatsPerDay: nil, daysPerWeek: 0, occupancy: nil, hoursPerYearOfOneMoreSeat: 0
        ),
      ],
      distribution: .init(
        baseGini: 0.25, gini: 0.31, basePalma: 0.5, palma: nil,
        savedMinutesPercentiles: [0, 5, 20, 60, 90], winnersOver0: 900, winnersOver30: 500,
        winnersOver60: 200, losersOver0: 3),
      incomes: [
        .init(
          fifth: 1, people: 300, meanIncomeEuro: 17_250, hoursSavedPerYear: 900,
          savedMinutesPerWeek: 4.09, baseMinutesPerWeek: 400)
      ])
  }

  private static var effects: Effects {
    var effects = Effects()
    effects.people = 1500.5
    effects.peopleNotCounted = 10
    effects.hoursPerYear = 12_000
    effects.hoursBySpacesPerYear = 8_000
    effects.netHoursPerYear = 2_400
    effects.carKilometersPerYear = 250_000
    effects.netCarKilometersPerYear = 87_500
    effects.ringKilometersPerMorning = 321
    effects.borderCrossingsPerMorning = 45
    effects.junctionPassengersPerMorning = -6
    effects.tonnesPerYear = 41.5
    effects.ruleOfHalfEuroPerYear = 60_000
    effects.logsumEuroPerYear = 65_000
    // 300 a week × 44 weeks; 10 € each; 200 days in spaces and 100 at homes keep 0.7 of it.
    effects.officeDaysLeavingPerYear = 13_200
    effects.spendingLeavingEuroPerYear = 132_000
    effects.siteDaysPerYear = 8_800
    effects.homeDaysPerYear = 4_400
    effects.spendingArrivingEuroPerYear = 92_400
    effects.unseatedDaysPerYear = 308
    effects.clientDays = ClientDayEffect(
      people: 1500.5, minutesSavedPerVisit: 4.5, shareShorter: 0.4, hoursPerYear: 990)
    return effects
  }

  private static func uncertainty(site: String) throws -> Uncertainty {
    var uncertainty = Uncertainty(
      ModelInputs(
        offices: [], spaces: [], groups: [], plans: [], travellers: [],
        skims: SkimTable(homeCount: 0, workplaceCount: 0, modes: [])), DrawRules(),
      central: DrawOutcome(effects: effects, hoursAlone: []), outcomes: [], ends: [])
    for index in uncertainty.intervals.indices {
      let value = uncertainty.intervals[index].value
      uncertainty.intervals[index].low = value - abs(value) / 4
      uncertainty.intervals[index].high = value + abs(value) / 2
    }
    uncertainty.tornado = [
      .init(
        parameter: "m2_per_seat", unit: "m² a seat", source: "assumption", low: 6.9, high: 14.4,
        atLow: ["hours_saved": 13_500], atHigh: ["hours_saved": 9_000]),
      .init(
        parameter: "co2_bus_g_per_pkm", unit: "g/pkm", source: "De Lijn", low: 60, high: 75,
        atLow: ["hours_saved": 12_000], atHigh: ["hours_saved": 12_000]),
    ]
    uncertainty.ranks = [
      .init(
        id: site, rank: 1, hoursAlonePerYear: 14_000, shareFirst: 0.61, shareInTopThree: 0.87,
        lowRank: 1, highRank: 5)
    ]
    return uncertainty
  }
}
