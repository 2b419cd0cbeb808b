/// Which sites together: people, what each site brings them, and the limits.
///
/// The p-median problem in savings form (Cornuejols, Fisher & Nemhauser 1977): who gains nowhere
/// stays where he is and counts 0. Maximal covering (Church & ReVelle 1974) is the same with a
/// benefit of 1 for every row that a site has within its minutes.
public struct SelectionProblem: Sendable {
  /// Person-days a day of each row, so the seats that it would take.
  public let amounts: [Double]
  public let sites: [CandidateSite]
  public let limits: SelectionLimits
  let benefits: BenefitTable
  /// Seats, or `nil` where all who gain find room.
  let seats: [Double?]
  /// Open in every selection.
  let fixed: [Int]
  /// To be decided: candidates, and closable sites where there is something to save.
  let optional: [Int]

  /// - Throws: every mistake of the input at once.
  public init(
    amounts: [Double], sites: [CandidateSite], benefits: BenefitTable, limits: SelectionLimits
  ) throws(SelectionMistakes) {
    let mistakes = Self.mistakes(amounts, sites, benefits, limits)
    guard mistakes.count == 0 else { throw mistakes }
    self.amounts = amounts
    self.sites = sites
    self.benefits = benefits
    self.limits = limits
    seats = sites.indices.map { site in
      guard let seats = sites[site].seats else { return nil }
      let wanted = benefits.pairs(of: site).reduce(0) { $0 + amounts[Int(benefits.rows[$1])] }
      return seats < wanted ? seats : nil
    }
    // More open sites are never worse: one is closed only for the money.
    let isDecided = sites.map {
      $0.kind == .candidate || $0.kind == .closable && $0.cost > 0 && limits.budget != nil
    }
    fixed = sites.indices.filter { !isDecided[$0] }
    optional = sites.indices.filter { isDecided[$0] }
  }

  private static func mistakes(
    _ amounts: [Double], _ sites: [CandidateSite], _ benefits: BenefitTable,
    _ limits: SelectionLimits
  ) -> SelectionMistakes {
    var mistakes = SelectionMistakes()
    func isFromZero(_ value: Double) -> Bool { value.isFinite && value >= 0 }
    if limits.newSites < 0 { mistakes.add(.newSites(limits.newSites)) }
    if let budget = limits.budget, !isFromZero(budget) { mistakes.add(.budget(budget)) }
    for (row, amount) in amounts.enumerated() where !(amount.isFinite && amount > 0) {
      mistakes.add(.amount(row: row, amount))
    }
    for (index, site) in sites.enumerated() {
      if let seats = site.seats, !isFromZero(seats) { mistakes.add(.seats(site: index, seats)) }
      if !isFromZero(site.cost) { mistakes.add(.cost(site: index, site.cost)) }
    }
    if sites.count != benefits.siteCount {
      mistakes.add(.siteCount(sites: sites.count, inTable: benefits.siteCount))
    }
    benefits.check(rowCount: amounts.count, &mistakes)
    return mistakes
  }
}

extension BenefitTable {
  fileprivate func check(rowCount: Int, _ mistakes: inout SelectionMistakes) {
    var lastSite = [Int](repeating: -1, count: rowCount)
    for site in 0..<siteCount {
      for pair in pairs(of: site) {
        let row = Int(rows[pair])
        guard row < rowCount else {
          mistakes.add(.unknownRow(site: site))
          continue
        }
        if lastSite[row] == site { mistakes.add(.doubledRow(site: site, row: row)) }
        lastSite[row] = site
        let benefit = benefits[pair]
        if !(benefit.isFinite && benefit > 0) {
          mistakes.add(.benefit(site: site, row: row, benefit))
        }
      }
    }
  }
}
