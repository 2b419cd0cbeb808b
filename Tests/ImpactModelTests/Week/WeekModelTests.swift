import ImpactModel
import TestSupport
import Testing

@Suite struct WeekModelTests {
  /// Home 0: office 60, space S 20, space T 30 minutes. Home 1: office 25, S 40, T 20.
  private var example: TinyModel {
    TinyModel(
      sites: [ModelSite(id: "S", quarter: "Town"), ModelSite(id: "T", quarter: "Edge")],
      minutes: [[60, 25], [20, 40], [30, 20]],
      groups: [
        PeopleGroup(home: 0, office: 0, people: 100), PeopleGroup(home: 1, office: 0, people: 10),
      ])
  }

  @Test func everyoneTakesTheBestSpaceOneDayInFive() {
    let days = example.model().placeDays()
    // One day of five, alike: 20 of 100 on each weekday in S, 2 of 10 in T.
    #expect(days.policy[0].sites.map(\.site) == [0])
    #expect(areClose(days.policy[0].sites[0].days, [20, 20, 20, 20, 20, 0, 0]))
    #expect(areClose(days.policy[0].office, [80, 80, 80, 80, 80, 0, 0]))
    #expect(days.policy[1].sites.map(\.site) == [1])
    #expect(areClose(days.policy[1].sites[0].days, [2, 2, 2, 2, 2, 0, 0]))
    #expect(days.base[0].office == [100, 100, 100, 100, 100, 0, 0])
  }

  @Test func aFullSpaceSendsToTheNextAndThenToTheOffice() {
    var example = example
    // S has 5 seats, T 8: of the 20 who come to S on a weekday 5 sit there, 15 ask for T. There 2 of
    // home 1 have sat down: 6 seats for 15. The other 9 work in the office.
    example.sites[0].seats = Array(repeating: 5, count: 7)
    example.sites[1].seats = Array(repeating: 8, count: 7)
    let days = example.model().placeDays()
    let first = days.policy[0]
    #expect(isClose(first.sites[0].days[0], 5))
    #expect(isClose(first.sites[1].days[0], 6))
    #expect(isClose(first.office[0], 89))
    #expect(areClose(days.unseated, [9, 9, 9, 9, 9, 0, 0]))
    example.rules.withoutSeat = .home
    let home = example.model().placeDays().policy[0]
    #expect(isClose(home.office[0], 80))
    #expect(isClose(home.home[0], 9))
  }

  @Test func nobodyGoesToASpaceThatIsNotBetterThanTheOffice() {
    var example = example
    // Without T nobody of home 1 gains: all their days are office days.
    example.groups[1].sites = [0]
    let days = example.model().placeDays()
    #expect(days.policy[1].sites.isEmpty)
    #expect(areClose(days.policy[1].office, [10, 10, 10, 10, 10, 0, 0]))
  }

  @Test func aLogitSpreadsOverTheSpacesThatAreBetter() {
    var example = example
    example.rules.siteRule = .logit(scalePerEuro: 0.3)
    // At 10 €/h S costs home 0 both ways 40 / 6 €, T 60 / 6 €: 10/3 € more, exp(-1) = 0.3679. Shares
    // 1 / 1.3679 = 0.7311 and 0.2689.
    let days = example.model().placeDays().policy[0]
    #expect(abs(days.sites[0].days.reduce(0, +) - 73.1059) < 1e-3)
    #expect(abs(days.sites[1].days.reduce(0, +) - 26.8941) < 1e-3)
  }

  @Test func aPriceThatTheEmployeePaysKeepsThemAway() {
    var example = example
    example.rules.siteRule = .logit(scalePerEuro: 0.3)
    example.rules.employeeShareOfSitePrice = 0.5
    // S saves home 0 (120 - 40) / 6 = 13.33 € a day: at 28 € half of which they pay, 14 €, it is no
    // better than the office.
    example.sites[0].priceEuroPerDay = 28
    let days = example.model().placeDays().policy[0]
    #expect(days.sites.map(\.site) == [1])
  }

  @Test func theCapSendsHomeWhatFitsOnNoWeekday() {
    var example = example
    example.plan = WeekPlan(
      policy: DayCounts(office: 1, space: 1, home: 3),
      officeWeights: [1, 1.5, 1, 1.5, 0.5, 0, 0])
    example.groups = [PeopleGroup(home: 0, office: 0, people: 100)]
    example.rules.officeCap = 0.1
    let days = example.model().placeDays()
    // 100 office days are wished for, five weekdays hold 10 each: 50 are worked at home, with the 300
    // that were planned there.
    #expect(areClose(days.policy[0].office, [10, 10, 10, 10, 10, 0, 0]))
    #expect(isClose(days.policy[0].home.reduce(0, +), 350))
    #expect(isClose(days.keptAtHome, 50))
    example.rules.movesDaysOverCap = false
    // Without moving each weekday keeps what it has: at least 10 everywhere but Friday (100 × 0.5 / 5.5
    // = 9.09).
    let kept = example.model().placeDays().policy[0].office
    #expect(areClose(kept, [10, 10, 10, 10, 100 * 0.5 / 5.5, 0, 0]))
  }

  @Test func whoDoesNotTakePartStaysInTheOffice() {
    var example = example
    example.groups = WeekModel.split(example.groups, participation: 0.25)
    let days = example.model().placeDays()
    #expect(example.groups.map(\.people) == [25, 75, 2.5, 7.5])
    #expect(isClose(days.policy[0].sites[0].days.reduce(0, +), 25))
    #expect(days.policy[1].sites.isEmpty)
    #expect(WeekModel.split(example.groups, participation: 1) == example.groups)
  }

  /// Random weeks, spaces, seats, caps and rules.
  private func random(_ chance: inout SeededGenerator) -> TinyModel {
    let (homes, sites) = (
      Int.random(in: 1...5, using: &chance), Int.random(in: 0...4, using: &chance)
    )
    var days = DayCounts(
      office: .random(in: 0...3, using: &chance), space: .random(in: 0...2, using: &chance))
    days.home = 5 - days.total
    var tiny = TinyModel(
      offices: [
        ModelOffice(id: "O", quarter: "Centre"), ModelOffice(id: "P", quarter: "North"),
      ],
      sites: (0..<sites).map { index in
        ModelSite(
          id: "s\(index)", quarter: Bool.random(using: &chance) ? "Centre" : "Edge",
          seats: (0..<7).map { _ in
            Bool.random(using: &chance) ? nil : Double(Int.random(in: 0...20, using: &chance))
          })
      },
      minutes: (0..<2 + sites).map { _ in
        (0..<homes).map { _ in
          Int.random(in: 0..<10, using: &chance) == 0 ? nil : .random(in: 5...90, using: &chance)
        }
      },
      groups: (0..<Int.random(in: 1...8, using: &chance)).map { _ in
        PeopleGroup(
          home: .random(in: 0..<homes, using: &chance), office: .random(in: 0...1, using: &chance),
          people: .random(in: 0...40, using: &chance))
      },
      plan: WeekPlan(
        policy: days, taskDays: .random(in: 0...1, using: &chance),
        taskWeights: [0, 1, 0, 1, 0, 0, 0], officeWeights: [1, 1.2, 1, 1.2, 0.8, 0, 0]))
    tiny.rules.officeCap = Bool.random(using: &chance) ? nil : .random(in: 0...1, using: &chance)
    tiny.rules.movesDaysOverCap = Bool.random(using: &chance)
    tiny.rules.withoutSeat = Bool.random(using: &chance) ? .office : .home
    if Bool.random(using: &chance) { tiny.rules.siteRule = .logit(scalePerEuro: 0.2) }
    return tiny
  }

  @Test func peopleDaysAndSeatsAddUp() {
    var chance = SeededGenerator(seed: 5)
    for _ in 0..<600 {
      let tiny = random(&chance)
      let model = tiny.model()
      let days = model.placeDays()
      for (index, group) in model.groups.enumerated() {
        #expect(isClose(days.base[index].total, 5 * group.people))
        #expect(isClose(days.policy[index].total, 5 * group.people))
        for day in 0..<7 {
          let there =
            days.policy[index].office[day] + days.policy[index].home[day]
            + days.policy[index].sites.reduce(0) { $0 + $1.days[day] }
          #expect(there <= (day < 5 ? group.people : 0) + 1e-9)
        }
      }
      for (site, place) in model.sites.enumerated() {
        for day in 0..<7 {
          let used = days.policy.reduce(0) { sum, group in
            sum + (group.sites.first { $0.site == site }?.days[day] ?? 0)
          }
          if let seats = place.seats[day] { #expect(used <= seats + 1e-9) }
        }
      }
      if let cap = tiny.rules.officeCap {
        for office in 0..<2 {
          let members = model.groups.indices.filter { model.groups[$0].office == office }
          let people = members.reduce(0) { $0 + model.groups[$1].people }
          for day in 0..<7 {
            let there = members.reduce(0) { $0 + days.policy[$1].office[day] }
            #expect(there <= cap * people + 1e-6)
          }
        }
      }
    }
  }

  @Test func aFurtherSpaceNeverCostsTheBestSiteRuleAnything() {
    var chance = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      var tiny = random(&chance)
      tiny.rules = WeekModel.Rules()
      for site in tiny.sites.indices { tiny.sites[site].seats = Array(repeating: nil, count: 7) }
      let before = tiny.model().evaluate(EffectRates(weeksPerYear: 44)).effects
      tiny.sites.append(ModelSite(id: "new", quarter: "New"))
      tiny.minutes.append(tiny.minutes[0].map { _ in .random(in: 5...90, using: &chance) })
      let after = tiny.model().evaluate(EffectRates(weeksPerYear: 44)).effects
      #expect(after.hoursPerYear >= before.hoursPerYear - 1e-9)
    }
  }
}
