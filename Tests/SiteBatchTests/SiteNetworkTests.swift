import Findings
import SiteSelection
import Testing

@testable import ImpactModel
@testable import SiteBatch

/// Two groups spend 10 and 5 person-days a week in spaces: 2 and 1 on a weekday. In 40 weeks an hour a
/// day saves 5 × 40 = 200 hours a year for each person-day a weekday.
@Suite struct SiteNetworkTests {
  private typealias Site = (id: String, gains: [(group: Int, hours: Double, minutes: Double)])

  private let sites: [Site] = [
    ("A", [(0, 1, 10)]), ("B", [(0, 0.9, 20), (1, 2, 40)]), ("C", [(1, 2.5, 12)]),
  ]

  private func member(
    _ site: Site, kind: CandidateSite.Kind = .candidate, seats: Double? = nil, cost: Double? = nil
  ) -> SiteNetwork.Member {
    var row = BatchRow.made(
      site.id, hours: 0,
      gains: site.gains.map {
        .init(group: $0.group, hoursPerDay: $0.hours, minutesOneWay: $0.minutes, daysPerWeek: 1)
      }, hasGains: true)
    row.site.costEuroPerYear = cost
    return .init(row: row, kind: kind, seatsPerDay: seats)
  }

  private func network(
    _ members: [SiteNetwork.Member], _ count: Int, budget: Double? = nil,
    _ objective: SiteNetwork.Objective = .hours
  ) throws(Failure) -> SiteNetwork {
    try SiteNetwork(
      members, groupDaysPerWeek: [10, 5], weeksPerYear: 40, objective: objective,
      limits: SelectionLimits(newSites: count, budget: budget), file: "c.csv")
  }

  private func chosen(_ network: SiteNetwork) -> [String] { network.rows.map(\.site.id).sorted() }

  @Test func theBestOneAloneNeedNotBeOfTheBestTwo() throws {
    // A: 2 × 1 × 200 = 400. B: 2 × 0.9 × 200 + 1 × 2 × 200 = 760. C: 1 × 2.5 × 200 = 500.
    let one = try network(sites.map { member($0) }, 1)
    #expect(chosen(one) == ["B"])
    #expect(abs(one.selection.value - 760) < 1e-3)
    // A and C: 900; B and C: 360 + 500 = 860; A and B: 400 + 400 = 800.
    let two = try network(sites.map { member($0) }, 2)
    #expect(chosen(two) == ["A", "C"])
    #expect(abs(two.selection.value - 900) < 1e-3)
    #expect(two.selection.isProvenOptimal)
    #expect(two.sentence.hasSuffix("2 new sites, 900 hours a year; no other choice is better"))
  }

  @Test func aSiteWithOneSeatTakesThoseWhoSaveMost() throws {
    // B with one seat: 1 × 2 × 200 = 400, less than C's 500.
    let members = [member(sites[1], seats: 1), member(sites[2])]
    #expect(chosen(try network(members, 1)) == ["C"])
    let full = try network([member(sites[1], seats: 1)], 1)
    #expect(abs(full.selection.value - 400) < 1e-3)
    // One more seat would bring 0.9 × 200 = 180.
    #expect(abs(full.rows[0].valueOfOneMoreSeat - 180) < 1e-3)
  }

  @Test func anOpenSiteStaysAndIsNotCounted() throws {
    let members = [member(sites[0]), member(sites[1], kind: .fixed), member(sites[2])]
    let network = try network(members, 1)
    #expect(chosen(network) == ["B", "C"])
    #expect(network.rows.first { $0.site.id == "B" }?.kind == "open")
    #expect(abs(network.selection.value - 860) < 1e-3)
  }

  @Test func withinABudgetTheBestOfThoseThatCanBePaid() throws {
    let members = [
      member(sites[0], cost: 10), member(sites[1], cost: 5), member(sites[2], cost: 10),
    ]
    #expect(chosen(try network(members, 2, budget: 10)) == ["B"])
    #expect(chosen(try network(members, 2, budget: 20)) == ["A", "C"])
  }

  @Test func underABudgetEverySiteHasACost() {
    let found = mistakes { () throws(Failure) in
      try network(sites.map { member($0) }, 1, budget: 10)
    }
    #expect(found == Array(repeating: "c.csv missing_cost", count: 3))
  }

  @Test func coveringCountsThoseWhoAreThereInTime() throws {
    // Within 15 minutes A has the first group, 2 person-days, and C the second, 1.
    let one = try network(sites.map { member($0) }, 1, .covered(withinMinutes: 15))
    #expect(chosen(one) == ["A"])
    #expect(one.selection.value == 2)
    let far = try network(sites.map { member($0) }, 1, .covered(withinMinutes: 40))
    #expect(chosen(far) == ["B"])
    #expect(far.selection.value == 3)
    #expect(far.csv.contains("person_days_covered_per_weekday"))
  }

  @Test func groupsWithoutDaysInSpacesTakeNoPart() throws {
    let network = try SiteNetwork(
      sites.map { member($0) }, groupDaysPerWeek: [0, 5], weeksPerYear: 40, objective: .hours,
      limits: SelectionLimits(newSites: 1), file: "c.csv")
    #expect(chosen(network) == ["C"])
  }
}
