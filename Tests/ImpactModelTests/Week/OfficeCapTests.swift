import ImpactModel
import TestSupport
import Testing

@Suite struct OfficeCapTests {
  private let week: Weekdays = [1, 1, 1, 1, 1, 0, 0]

  private func group(_ people: Double, _ asked: Weekdays) -> OfficeCap.Group {
    .init(people: people, asked: asked, room: week)
  }

  @Test func oneDayInFiveFitsUnderTwentyPercentOnlyIfSpreadEvenly() {
    // The rule of June 2021: 100 people, one office day a week, at most 20 at a time.
    let even = OfficeCap(
      [group(100, [0.2, 0.2, 0.2, 0.2, 0.2, 0, 0])], seats: 20, movesDays: false)
    #expect(isClose(even.cutDays[0], 0))
    // With peaks on Tuesday and Thursday (1, 1.5, 1, 1.5, 0.5 of 5.5): 27.3 would come on each of them,
    // 7.27 too many, so 14.5 person-days of 100 are cut.
    let days = WeekdaySpread.spread(1, weights: [1, 1.5, 1, 1.5, 0.5, 0, 0], room: week)
    let peaked = OfficeCap([group(100, days)], seats: 20, movesDays: false)
    #expect(isClose(peaked.cutDays[0] * 100, 2 * (150 / 5.5 - 20)))
    #expect(isClose(peaked.presence[0][1], 0.2))
    #expect(peaked.presence[0][0] == days[0])
    // Moved to the other weekdays they all fit, and every weekday is then full.
    let moved = OfficeCap([group(100, days)], seats: 20, movesDays: true)
    #expect(moved.cutDays[0] < 1e-9)
    #expect(zip(moved.presence[0], week).allSatisfy { abs($0 - $1 * 0.2) < 1e-9 })
  }

  @Test func groupsOfOneOfficeAreCutAlike() {
    // 60 × 0.5 + 40 × 1 = 70 on Tuesday for 35 seats: half of each.
    let cap = OfficeCap(
      [group(60, [0, 0.5, 0, 0, 0, 0, 0]), group(40, [0, 1, 0, 0, 0, 0, 0])], seats: 35,
      movesDays: false)
    #expect(cap.presence.map { $0[1] } == [0.25, 0.5])
    #expect(cap.cutDays == [0.25, 0.5])
  }

  @Test func withoutACapNothingChanges() {
    let cap = OfficeCap([group(3, week)], seats: nil, movesDays: true)
    #expect(cap.presence == [week])
    #expect(cap.cutDays == [0])
  }

  @Test func aLargerCapNeverLowersOfficeDays() {
    var chance = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let groups = (0..<Int.random(in: 1...5, using: &chance)).map { _ -> OfficeCap.Group in
        let room = Weekdays { $0 < 5 ? Double.random(in: 0...1, using: &chance) : 0 }
        let days = Double.random(in: 0...room.sum, using: &chance)
        let weights = Weekdays { _ in Double.random(in: 0.1...2, using: &chance) }
        return .init(
          people: .random(in: 1...50, using: &chance),
          asked: WeekdaySpread.spread(days, weights: weights, room: room), room: room)
      }
      let people = groups.reduce(0) { $0 + $1.people }
      for movesDays in [false, true] {
        var before = -1.0
        for step in 0...10 {
          let seats = people * Double(step) / 10
          let cap = OfficeCap(groups, seats: seats, movesDays: movesDays)
          var total = 0.0
          for (index, group) in groups.enumerated() {
            let presence = cap.presence[index]
            total += presence.reduce(0, +) * group.people
            #expect(
              isClose(presence.reduce(0, +) + cap.cutDays[index], group.asked.reduce(0, +)))
            #expect(zip(presence, group.room).allSatisfy { $0 <= $1 + 1e-9 })
          }
          for day in 0..<7 {
            let there = zip(groups, cap.presence).reduce(0) { $0 + $1.0.people * $1.1[day] }
            #expect(there <= seats + 1e-9 * people)
          }
          #expect(total >= before - 1e-9 * people)
          before = total
        }
      }
    }
  }
}
