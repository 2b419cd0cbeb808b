import ImpactModel
import Testing

@Suite struct ModelInputsTests {
  /// Two modes between one home and an office and a space: minutes by transit and by car.
  private func inputs(
    office: (Double?, Double?), space: (Double?, Double?),
    travellers: [ModelInputs.Traveller] = [.init()]
  ) -> ModelInputs {
    var skims = SkimTable(homeCount: 1, workplaceCount: 2, modes: ["transit", "car"])
    for (workplace, minutes) in [office, space].enumerated() {
      skims[0, workplace, 0] = minutes.0.map { Skim(seconds: $0 * 60) }
      skims[0, workplace, 1] = minutes.1.map {
        var skim = Skim(seconds: $0 * 60)
        skim.load.mainRoadKilometers = $0
        return skim
      }
    }
    return ModelInputs(
      offices: [ModelOffice(id: "O", quarter: "Centre")], spaces: [.init(id: "S", quarter: "Town")],
      groups: travellers.indices.map {
        PeopleGroup(home: 0, office: 0, people: 10, traveller: $0)
      }, plans: [WeekPlan(policy: DayCounts(office: 4, space: 1))], travellers: travellers,
      skims: skims)
  }

  @Test func whoseModeIsGivenGoesByNoOther() {
    // By transit the office takes 60 and the space 90 minutes; by car 50 and 10.
    let inputs = inputs(
      office: (60, 50), space: (90, 10), travellers: [.init(mode: 0), .init(mode: 1), .init()])
    let days = inputs.evaluate().days.policy
    #expect(days[0].sites.isEmpty)
    #expect(days[1].sites.map(\.site) == [0])
    #expect(days[2].sites.map(\.site) == [0])
  }

  @Test func aPlaceThatAGivenModeDoesNotReachIsOutOfReach() {
    let inputs = inputs(office: (nil, 50), space: (30, 10), travellers: [.init(mode: 0)])
    let effects = inputs.evaluate().effects
    #expect(effects.peopleNotCounted == 10)
    #expect(effects.people == 0)
  }

  @Test func whoHasNoCarTakesTheOtherMode() {
    let inputs = inputs(office: (60, 50), space: (20, 10), travellers: [.init(hasCar: false)])
    let result = inputs.evaluate()
    // 10 a week × 2 × (60 - 20) minutes.
    #expect(isClose(result.savings.hoursBySpaces, 10 * 80.0 / 60))
    #expect(result.base.commutesByMode == [50, 0])
  }

  @Test func seatsAreThoseKnownElseThoseOfTheFloor() {
    var inputs = inputs(office: (60, 60), space: (20, 20))
    inputs.parameters.squareMetersPerSeat.value = 8
    inputs.spaces[0].floorAreaSquareMeters = 100
    inputs.spaces[0].isOpen = [true, true, true, true, true, false, false]
    // 100 / 8 = 12.5: twelve whole seats.
    #expect(inputs.model.sites[0].seats == [12, 12, 12, 12, 12, 0, 0])
    inputs.spaces[0].seatsPerDay = 30
    #expect(inputs.model.sites[0].seats[0] == 30)
    inputs.countsSeats = false
    #expect(inputs.model.sites[0].seats == [nil, nil, nil, nil, nil, 0, 0])
  }

  @Test func calibrationGivesTheBaseTheSharesOfASurvey() throws {
    var inputs = inputs(office: (60, 40), space: (20, 20))
    inputs.skims[0, 0, 0]?.load.trainKilometers = 40
    inputs.choice = .logit
    let fit = inputs.calibrate(
      try CalibrationTargets(ByMainMode(train: 0.6, urban: nil, car: nil, active: nil)))
    #expect(fit.outcome == .met)
    let base = inputs.evaluate().base.commutesByMode
    #expect(abs(base[0] / (base[0] + base[1]) - 0.6) < 1e-4)
  }
}
