import ImpactModel
import Testing

@Suite struct ClientVisitsTests {
  /// Office 60, space S 20 minutes from home; a client at the office and one elsewhere.
  private var inputs: ModelInputs {
    var skims = SkimTable(homeCount: 1, workplaceCount: 2, modes: ["transit"])
    skims[0, 0, 0] = Skim(seconds: 3600)
    skims[0, 1, 0] = Skim(seconds: 1200)
    var inputs = ModelInputs(
      offices: [ModelOffice(id: "O", quarter: "Centre")], spaces: [.init(id: "S", quarter: "Town")],
      groups: [PeopleGroup(home: 0, office: 0, people: 100)],
      plans: [WeekPlan(policy: DayCounts(office: 5))], travellers: [.init(mode: 0)], skims: skims)
    inputs.clientVisits = ClientVisits(
      seconds: [[0, 1800], [2700, 600]], shares: [0.75, 0.25], daysPerWeek: 1)
    return inputs
  }

  @Test func theMorningIsWorkedWhereTheWholeWayIsShortest() throws {
    let effect = try #require(inputs.evaluate().effects.clientDays)
    // At the office: 60 + 0 before, 20 + 45 over S: no gain. Elsewhere: 60 + 30 before, 20 + 10 over S:
    // 60 minutes saved by a quarter of the visits.
    #expect(effect.people == 100)
    #expect(isClose(effect.minutesSavedPerVisit, 15))
    #expect(isClose(effect.shareShorter, 0.25))
    // 100 visits a week, 44 weeks.
    #expect(isClose(effect.hoursPerYear, 100 * 0.25 * 44))
    // It is a figure by itself.
    #expect(inputs.evaluate().effects.hoursPerYear == 0)
  }

  @Test func aClientOutOfReachIsNoVisit() throws {
    var inputs = inputs
    inputs.clientVisits?.seconds[0] = [0, nil]
    let effect = try #require(inputs.evaluate().effects.clientDays)
    #expect(effect.minutesSavedPerVisit == 0)
    #expect(effect.shareShorter == 0)
  }

  @Test func aClosedSpaceServesNobody() throws {
    var inputs = inputs
    inputs.spaces[0].isOpen = Array(repeating: false, count: 7)
    #expect(try #require(inputs.evaluate().effects.clientDays).minutesSavedPerVisit == 0)
    #expect(inputs.outcome().hoursAlone == [0])
    inputs.spaces[0].isOpen = Array(repeating: true, count: 7)
    inputs.spaces[0].seatsPerDay = 0
    inputs.countsSeats = false
    #expect(inputs.model.sites[0].opensAtAll == false)
  }

  @Test func withoutVisitsThereIsNothingToSay() {
    var inputs = inputs
    inputs.clientVisits = nil
    #expect(inputs.evaluate().effects.clientDays == nil)
  }

  @Test func whoMayUseNoSpaceGainsNothing() throws {
    var inputs = inputs
    inputs.groups[0].sites = []
    #expect(try #require(inputs.evaluate().effects.clientDays).minutesSavedPerVisit == 0)
  }
}
