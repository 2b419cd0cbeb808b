import ImpactModel
import TestSupport
import Testing

@Suite struct WeekPlanTests {
  private let everyDay = Weekdays(repeating: 1)

  @Test func daysLieInProportionToTheWeights() {
    // Weights 1, 1.2, 1, 1.2, 0.6 add up to 5: two days make 0.4, 0.48, 0.4, 0.48, 0.24.
    let presence = WeekdaySpread.spread(
      2, weights: [1, 1.2, 1, 1.2, 0.6, 0, 0], room: everyDay)
    #expect(areClose(presence, [0.4, 0.48, 0.4, 0.48, 0.24, 0, 0]))
  }

  @Test func whatAFullWeekdayCannotTakeGoesToTheOthers() {
    // 4.5 days by 1, 2, 1, 2, 1 (7): Tuesday and Thursday would get 1.29, so 1 each; the 2.5 that are
    // left go to the other three alike.
    let presence = WeekdaySpread.spread(4.5, weights: [1, 2, 1, 2, 1, 0, 0], room: everyDay)
    #expect(areClose(presence, [2.5 / 3, 1, 2.5 / 3, 1, 2.5 / 3, 0, 0]))
  }

  @Test func moreDaysThanThereIsRoomFillTheWeek() {
    #expect(
      WeekdaySpread.spread(6, weights: WeekdaySpread.workingDays, room: everyDay)
        == [1, 1, 1, 1, 1, 0, 0])
    #expect(WeekdaySpread.spread(1, weights: everyDay, room: [0, 0, 0, 0, 0, 0, 0.25])[6] == 0.25)
  }

  @Test func tasksComeFirstThenTheOfficeThenTheSpaceThenHome() {
    // The meeting is on Tuesday. One more office day by 1, 1, 1, 1 over Monday, Wednesday, Thursday and
    // Friday; the space day on what is left of them, 0.75 each; home likewise.
    let plan = WeekPlan(
      policy: DayCounts(office: 2, space: 1, home: 2), taskDays: 1,
      taskWeights: [0, 1, 0, 0, 0, 0, 0])
    let presence = plan.presence(plan.policy)
    #expect(areClose(presence.office, [0.25, 1, 0.25, 0.25, 0.25, 0, 0]))
    #expect(areClose(presence.space, [0.25, 0, 0.25, 0.25, 0.25, 0, 0]))
    #expect(areClose(presence.home, [0.5, 0, 0.5, 0.5, 0.5, 0, 0]))
  }

  @Test func presenceAddsUpToTheDaysAndNeverOverOneADay() {
    var chance = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var days = DayCounts(
        office: .random(in: 0...5, using: &chance), space: .random(in: 0...5, using: &chance),
        home: .random(in: 0...5, using: &chance))
      let excess = max(1, days.total / 5)
      days = DayCounts(
        office: days.office / excess, space: days.space / excess, home: days.home / excess)
      func weights() -> Weekdays {
        Weekdays { $0 < 5 ? .random(in: 0.1...3, using: &chance) : 0 }
      }
      let plan = WeekPlan(
        policy: days, taskDays: .random(in: 0...2, using: &chance), taskWeights: weights(),
        officeWeights: weights(), spaceWeights: weights())
      let presence = plan.presence(days)
      #expect(isClose(presence.office.sum, days.office))
      #expect(isClose(presence.space.sum, days.space))
      #expect(isClose(presence.home.sum, days.home))
      for day in 0..<7 {
        let sum = presence.office[day] + presence.space[day] + presence.home[day]
        #expect(sum <= (day < 5 ? 1 + 1e-9 : 0))
      }
    }
  }
}
