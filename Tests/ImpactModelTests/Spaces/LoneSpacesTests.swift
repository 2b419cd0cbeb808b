import Testing

@testable import ImpactModel

@Suite struct LoneSpacesTests {
  /// Two homes, one office. Home 0: 100 people, 60 minutes to the office. Home 1: 10 people, 25.
  private var inputs: ModelInputs {
    var skims = SkimTable(homeCount: 2, workplaceCount: 1, modes: ["car"])
    skims[0, 0, 0] = Self.way(minutes: 60)
    skims[1, 0, 0] = Self.way(minutes: 25)
    return ModelInputs(
      offices: [ModelOffice(id: "O", quarter: "Centre")], spaces: [],
      groups: [
        PeopleGroup(home: 0, office: 0, people: 100), PeopleGroup(home: 1, office: 0, people: 10),
      ], plans: [WeekPlan(policy: DayCounts(office: 4, space: 1))], travellers: [.init()],
      skims: skims)
  }

  /// By car, a kilometer a minute.
  private static func way(minutes: Double) -> Skim {
    var skim = Skim(seconds: minutes * 60)
    skim.load.mainRoadKilometers = minutes
    return skim
  }

  /// The ways to the space, which come after another one, from both homes.
  private func evaluate(
    _ inputs: ModelInputs, minutes: [Double?], _ space: ModelInputs.Space = Self.space,
    mayUse: (Int) -> Bool = { _ in true }
  ) -> LoneSpace {
    var skims = SkimTable(homeCount: 2, workplaceCount: 2, modes: ["car"])
    for home in 0..<2 {
      skims[home, 0, 0] = Self.way(minutes: 1)
      skims[home, 1, 0] = minutes[home].map(Self.way)
    }
    return LoneSpaces(inputs).evaluate(space, skims, 1, mayUse: mayUse)
  }

  private static let space = ModelInputs.Space(id: "S", quarter: "Town")

  @Test func whatASpaceSavesWhomItIsBetterFor() {
    // S is 20 minutes from home 0 and 40 from home 1, for whom it is no better. A day there saves
    // each of home 0 2 × (60 - 20) minutes = 4/3 h: 400/3 h for all 100 on one day, and for a day a
    // week in 44 weeks 44 × 400/3 = 5866.7 h. Kilometers: 100 × 80 × 44 = 352,000 by people.
    let result = evaluate(inputs, minutes: [20, 40])
    #expect(isClose(result.hoursPerDayOfAll, 400.0 / 3))
    #expect(isClose(result.effects.hoursPerYear, 44 * 400.0 / 3))
    #expect(
      isClose(
        result.effects.carKilometersPerYear, 352_000 / inputs.parameters.carOccupancy.value))
    #expect(isClose(result.effects.siteDaysPerYear, 4400))
    #expect(isClose(result.effects.officeDaysLeavingPerYear, 4400))
    #expect(result.effects.people == 110)
    #expect(result.effects.peopleNotCounted == 0)
    #expect(result.peopleGaining == 100)
    // Nobody within 15 minutes, home 0 within 30, both within 45.
    #expect(result.peopleWithin == [0, 100, 110])
    #expect(
      result.gains == [
        LoneSpace.Gain(group: 0, hoursPerDay: 4.0 / 3, minutesOneWay: 20, daysPerWeek: 100)
      ])
  }

  @Test func halfTakePart() {
    var inputs = inputs
    inputs.participation = 0.5
    // A day of all who gain is of all 100; a year has half of the days, and so has a week.
    let result = evaluate(inputs, minutes: [20, 40])
    #expect(isClose(result.hoursPerDayOfAll, 400.0 / 3))
    #expect(result.peopleGaining == 100)
    #expect(isClose(result.effects.hoursPerYear, 22 * 400.0 / 3))
    #expect(result.gains.map(\.daysPerWeek) == [50])
    inputs.participation = 0
    #expect(evaluate(inputs, minutes: [20, 40]).effects.hoursPerYear == 0)
    #expect(evaluate(inputs, minutes: [20, 40]).gains.isEmpty)
  }

  @Test func seatsAreShared() {
    // Of the 20 who come on each of five weekdays 5 find a seat: a quarter of the hours; 15 a day
    // are without one: 15 × 5 × 44.
    let space = ModelInputs.Space(id: "S", quarter: "Town", seatsPerDay: 5)
    let result = evaluate(inputs, minutes: [20, 40], space)
    #expect(isClose(result.effects.hoursPerYear, 11 * 400.0 / 3))
    #expect(isClose(result.effects.unseatedDaysPerYear, 3300))
    // What a day there saves a person does not hang on seats.
    #expect(result.gains == evaluate(inputs, minutes: [20, 40]).gains)
  }

  @Test func daysAtHomeAreInNoFigure() {
    var inputs = inputs
    inputs.plans = [WeekPlan(policy: DayCounts(office: 2, space: 1, home: 2))]
    let result = evaluate(inputs, minutes: [20, 40])
    #expect(isClose(result.effects.hoursPerYear, 44 * 400.0 / 3))
    #expect(isClose(result.effects.homeDaysPerYear, 0))
    #expect(isClose(result.effects.officeDaysLeavingPerYear, 4400))
  }

  @Test(arguments: [[60.0, 25], [61, 26], [nil, nil]])
  func aSpaceThatIsNoBetterDoesNothing(_ minutes: [Double?]) {
    // As far as the office, farther, or out of reach.
    let result = evaluate(inputs, minutes: minutes)
    var nothing = Effects()
    nothing.people = 110
    #expect(result.effects == nothing)
    #expect(result.peopleGaining == 0)
    #expect(result.hoursPerDayOfAll == 0)
    #expect(result.gains.isEmpty)
  }

  @Test(arguments: [
    ModelInputs.Space(id: "S", quarter: "", isOpen: Array(repeating: false, count: 7)),
    ModelInputs.Space(id: "S", quarter: "", seatsPerDay: 0),
  ])
  func aSpaceThatIsClosedOrHasNoSeatsDoesNothingWhereverItIs(_ space: ModelInputs.Space) {
    let result = evaluate(inputs, minutes: [20, 10], space)
    #expect(result.effects.hoursPerYear == 0)
    #expect(result.effects.siteDaysPerYear == 0)
    #expect(result.peopleGaining == 0)
    #expect(result.gains.isEmpty)
    // It is near all the same.
    #expect(result.peopleWithin == [10, 110, 110])
  }

  @Test func onlyThoseWhoMayUseItGain() {
    let result = evaluate(inputs, minutes: [20, 10]) { $0 == 1 }
    #expect(result.gains.map(\.group) == [1])
    #expect(result.peopleGaining == 10)
    // 10 people, 2 × 15 minutes, 44 days.
    #expect(isClose(result.effects.hoursPerYear, 220))
  }

  @Test func whoHasNoWayToTheOfficeIsNotCounted() {
    var inputs = inputs
    inputs.skims[1, 0, 0] = nil
    let result = evaluate(inputs, minutes: [20, 10])
    #expect(result.effects.people == 100)
    #expect(result.effects.peopleNotCounted == 10)
    #expect(result.peopleGaining == 100)
    #expect(result.peopleWithin == [10, 110, 110])
  }
}
