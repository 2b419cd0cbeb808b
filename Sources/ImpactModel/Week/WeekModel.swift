import Foundation

/// Who is where on each weekday, before and after: weeks, spaces with seats, and a cap on offices.
///
/// Nobody goes to a space that is no better than their office: those for whom none is spend the
/// days in the office.
public struct WeekModel: Sendable {
  public enum SiteRule: Sendable, Equatable {
    /// The space with the least weighed time, the first in the list on a tie.
    case leastTime
    /// A logit over all that are better than the office, on the day's cost in euro.
    case logit(scalePerEuro: Double)
  }

  /// Where those go who find no seat.
  public enum WithoutSeat: String, Sendable, CaseIterable, Codable {
    case office, home
  }

  public struct Rules: Sendable, Equatable {
    public var siteRule = SiteRule.leastTime
    public var withoutSeat = WithoutSeat.office
    /// Share of the people of an office who may be there on any weekday; `nil` is no cap.
    public var officeCap: Double?
    /// Whether days over the cap go to other weekdays before they are worked at home.
    public var movesDaysOverCap = true
    /// Share of a space's price that the employee pays.
    public var employeeShareOfSitePrice = 0.0

    public init() {}
  }

  /// Costs that differ by less are equal: the rounding of their sums is nobody's gain.
  private static let roundingEuro = 1e-9

  public var offices: [ModelOffice]
  public var sites: [ModelSite]
  public var groups: [PeopleGroup]
  public var plans: [WeekPlan]
  public var mixes: MixTable
  public var rules: Rules

  public init(
    offices: [ModelOffice], sites: [ModelSite], groups: [PeopleGroup], plans: [WeekPlan],
    mixes: MixTable, rules: Rules = Rules()
  ) {
    self.offices = offices
    self.sites = sites
    self.groups = groups
    self.plans = plans
    self.mixes = mixes
    self.rules = rules
  }

  public func officeMix(_ group: PeopleGroup) -> TravelMix? {
    mixes[group.traveller, group.home, group.office]
  }

  public func siteMix(_ group: PeopleGroup, _ site: Int) -> TravelMix? {
    mixes[group.traveller, group.home, offices.count + site]
  }

  /// The groups with those apart who use no space though they would gain. Days at home are everyone's.
  ///
  /// - Parameter participation: share of the people who use spaces, 0 to 1.
  public static func split(_ groups: [PeopleGroup], participation: Double) -> [PeopleGroup] {
    guard participation < 1 else { return groups }
    return groups.flatMap { group in
      var (taking, others) = (group, group)
      taking.people *= participation
      others.people -= taking.people
      others.sites = []
      return [taking, others]
    }
  }

  /// What a day in an office or space costs an employee both ways, in euro, as the choice of a space
  /// sees it: weighed time alone, or all of it.
  private func dayCost(_ mix: TravelMix, priceEuro: Double) -> Double {
    switch rules.siteRule {
    case .leastTime: 2 * (mix.costEuro - mix.moneyEuro)
    case .logit: 2 * mix.inclusiveCostEuro + priceEuro * rules.employeeShareOfSitePrice
    }
  }

  /// The spaces that are better than the office, best first, with their shares.
  func options(_ group: PeopleGroup) -> [(site: Int, share: Double)] {
    guard let office = officeMix(group) else { return [] }
    let officeCost = dayCost(office, priceEuro: 0)
    var better: [(site: Int, cost: Double)] = []
    func consider(_ site: Int) {
      guard sites[site].opensAtAll, let mix = siteMix(group, site) else { return }
      let cost = dayCost(mix, priceEuro: sites[site].priceEuroPerDay)
      if cost < officeCost - Self.roundingEuro { better.append((site, cost)) }
    }
    if let own = group.sites { own.forEach(consider) } else { sites.indices.forEach(consider) }
    better.sort { ($0.cost, $0.site) < ($1.cost, $1.site) }
    guard case .logit(let scale) = rules.siteRule, let best = better.first else {
      return better.map { ($0.site, 1) }
    }
    return better.map { ($0.site, exp(-scale * ($0.cost - best.cost))) }
  }

  /// How much less than a day in the office a day in a space costs in the expectation of a logit over
  /// the spaces that are better, in euro.
  func logsumGain(_ group: PeopleGroup, _ scalePerEuro: Double) -> Double {
    guard let office = officeMix(group) else { return 0 }
    let options = options(group)
    guard let best = options.first, let mix = siteMix(group, best.site) else { return 0 }
    let bestCost = dayCost(mix, priceEuro: sites[best.site].priceEuroPerDay)
    // Shares are relative to the best one: -ln Σ exp(-scale × cost) / scale.
    let sum = options.reduce(0) { $0 + $1.share }
    return dayCost(office, priceEuro: 0) - (bestCost - log(sum) / scalePerEuro)
  }
}
