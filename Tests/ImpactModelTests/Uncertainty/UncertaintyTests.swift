import ImpactModel
import Testing

@Suite struct UncertaintyTests {
  /// One home of 400 people; office by train in 60 minutes (50 to 80), space S in 20, T in 22 by car.
  private var inputs: ModelInputs {
    var skims = SkimTable(homeCount: 1, workplaceCount: 3, modes: ["transit", "car"])
    var train = Skim(seconds: 3600, earlySeconds: 3000, lateSeconds: 4800)
    train.load.trainKilometers = 50
    skims[0, 0, 0] = train
    for (workplace, minutes) in [(1, 20.0), (2, 22.0)] {
      var car = Skim(seconds: minutes * 60)
      car.load.mainRoadKilometers = 15
      skims[0, workplace, 1] = car
    }
    return ModelInputs(
      offices: [ModelOffice(id: "O", quarter: "Centre")],
      spaces: [.init(id: "S", quarter: "Town"), .init(id: "T", quarter: "Edge")],
      groups: [PeopleGroup(home: 0, office: 0, people: 400)],
      plans: [WeekPlan(policy: DayCounts(office: 4, space: 1))],
      travellers: [.init()], skims: skims)
  }

  private func uncertainty(_ inputs: ModelInputs, _ rules: DrawRules) -> Uncertainty {
    Uncertainty(
      inputs, rules, central: inputs.outcome(),
      outcomes: (0..<rules.count).map { inputs.drawn($0, rules).outcome() },
      ends: inputs.tornadoEnds(rules).map { ($0, $0.inputs.evaluate().effects) })
  }

  @Test func aDrawIsTheSameWhateverElseIsDrawn() {
    let rules = DrawRules()
    let alone = inputs.drawn(7, rules)
    _ = inputs.drawn(6, rules)
    let again = inputs.drawn(7, rules)
    #expect(alone.skims.skims == again.skims.skims)
    #expect(alone.groups == again.groups)
    #expect(alone.parameters == again.parameters)
    #expect(inputs.drawn(8, rules).parameters != alone.parameters)
    var other = rules
    other.seed = 2
    #expect(inputs.drawn(7, other).groups != alone.groups)
  }

  @Test func whatIsDrawnStaysInItsRange() {
    for index in 0..<300 {
      let drawn = inputs.drawn(index, DrawRules())
      for (before, after) in zip(inputs.parameters.list, drawn.parameters.list) {
        #expect((before.low...before.high).contains(after.value))
      }
      // From 50 to 80 minutes, and up to 15 % more by delay; the car keeps its time.
      let train = drawn.skims[0, 0, 0]!.seconds
      #expect(train >= 3000 && train <= 4800 * 1.15)
      #expect(drawn.skims[0, 1, 1]!.seconds == 1200)
      // 400 people vary by 20: six standard deviations hold nearly everything.
      #expect(abs(drawn.groups[0].people - 400) < 120)
    }
  }

  @Test func smallGroupsKeepTheirMean() {
    // A quarter of a person, 4000 draws: mean 0.25, standard deviation of the mean 0.5 / 63 = 0.008.
    var inputs = inputs
    inputs.groups[0].people = 0.25
    let counts = (0..<4000).map { inputs.drawn($0, DrawRules()).groups[0].people }
    #expect(abs(counts.reduce(0, +) / 4000 - 0.25) < 0.04)
    #expect(counts.allSatisfy { $0 >= 0 && $0 == $0.rounded() })
    let variance = counts.reduce(0) { $0 + ($1 - 0.25) * ($1 - 0.25) } / 4000
    #expect(abs(variance - 0.25) < 0.05)
  }

  @Test func delayLengthensPublicTransportOnly() {
    let delayed = inputs.delayed(by: 0.1)
    #expect(abs(delayed.skims[0, 0, 0]!.seconds - 3960) < 1e-9)
    #expect(delayed.skims[0, 1, 1]!.seconds == 1200)
  }

  @Test func theTornadoIsTheDifferenceThatOneParameterMakes() throws {
    var inputs = inputs
    inputs.countsSeats = false
    let result = uncertainty(inputs, DrawRules())
    // 400 a week × 2 × 40 min = 32,000 min; × 44 / 60. With 15 % of delay the train takes 69 minutes:
    // 49 are saved.
    let delay = try #require(result.tornado.first { $0.parameter == "delay_share" })
    #expect(isClose(delay.atLow["hours_saved"] ?? 0, 32_000.0 * 44 / 60))
    #expect(isClose(delay.atHigh["hours_saved"] ?? 0, 400 * 98.0 * 44 / 60))
    #expect(delay.low == 0 && delay.high == 0.15)
    // Spending moves money and no hours.
    let spending = try #require(
      result.tornado.first { $0.parameter == "spending_eur_per_office_day" })
    #expect(spending.atLow["hours_saved"] == spending.atHigh["hours_saved"])
    #expect(isClose(spending.atHigh["spending_leaving"] ?? 0, 400 * 44 * spending.high))
    #expect(result.tornado.first?.parameter == "delay_share")
  }

  @Test func intervalsHoldNineOfTenDraws() throws {
    var rules = DrawRules()
    rules.count = 400
    let result = uncertainty(inputs, rules)
    let hours = try #require(result.intervals.first { $0.name == "hours_saved" })
    let outcomes = (0..<400).map { inputs.drawn($0, rules).outcome().effects.hoursPerYear }
    let inside = outcomes.filter { $0 >= hours.low && $0 <= hours.high }.count
    #expect((356...364).contains(inside))
    #expect(hours.low < hours.value && hours.value < hours.high)
    #expect(hours.value == inputs.evaluate().effects.hoursPerYear)
  }

  @Test func theBetterOfTwoSpacesIsFirstInEveryDrawInWhichItIs() throws {
    let result = uncertainty(inputs, DrawRules())
    // S is two minutes nearer whatever is drawn, for the car does not vary.
    #expect(result.ranks.map(\.id) == ["S", "T"])
    #expect(result.ranks.map(\.rank) == [1, 2])
    #expect(result.ranks.map(\.shareFirst) == [1, 0])
    #expect(result.ranks.map(\.shareInTopThree) == [1, 1])
    #expect(isClose(result.ranks[1].hoursAlonePerYear, 400 * 76.0 * 44 / 60))
  }

  @Test func withoutDrawsThereAreNoIntervals() {
    var rules = DrawRules()
    rules.count = 0
    let result = uncertainty(inputs, rules)
    #expect(result.intervals.allSatisfy { $0.low == $0.value && $0.high == $0.value })
  }

  @Test func participationHasABarIfItHasARange() {
    var rules = DrawRules()
    rules.participation = 0.25...0.75
    var inputs = inputs
    inputs.participation = 0.5
    let bar = uncertainty(inputs, rules).tornado.first { $0.parameter == "policy.participation" }
    #expect(isClose(bar?.atLow["hours_saved"] ?? 0, 32_000.0 * 44 / 60 * 0.25))
    #expect(isClose(bar?.atHigh["hours_saved"] ?? 0, 32_000.0 * 44 / 60 * 0.75))
  }
}
