public import Findings
public import SiteSelection

/// Which sites together: a problem of rows that tell what they save each group, and its solution.
///
/// A row of the problem is a group, its amount the person-days that it would spend in spaces on a mean
/// weekday. Seats go where they save most, as a planner would give them; the week of 'antenne run'
/// says who would find one.
public struct SiteNetwork: Sendable {
  /// What is to be as great as possible.
  public enum Objective: Sendable, Equatable {
    /// Hours saved a year (p-median, in savings).
    case hours
    /// Person-days a weekday of people who gain and are there within so many minutes one way
    /// (maximal covering).
    case covered(withinMinutes: Double)
  }

  public struct Member: Sendable {
    public var row: BatchRow
    public var kind: CandidateSite.Kind
    /// On a mean weekday; `nil` is room for all.
    public var seatsPerDay: Double?

    public init(row: BatchRow, kind: CandidateSite.Kind, seatsPerDay: Double?) {
      self.row = row
      self.kind = kind
      self.seatsPerDay = seatsPerDay
    }
  }

  public let members: [Member]
  public let selection: Selection
  public let objective: Objective

  private static let weekdays = 5.0

  /// - Parameters:
  ///   - members: candidates and open sites, with gains.
  ///   - groupDaysPerWeek: as `BatchHeader` has them.
  /// - Throws: `unusableData` for damaged gains and for members without a cost under a budget.
  public init(
    _ members: [Member], groupDaysPerWeek: [Double], weeksPerYear: Double, objective: Objective,
    limits: SelectionLimits, file: String
  ) throws(Failure) {
    self.members = members
    self.objective = objective
    // Groups without days in spaces take no part.
    var rowOfGroup = [Int](repeating: -1, count: groupDaysPerWeek.count)
    var amounts: [Double] = []
    for (group, days) in groupDaysPerWeek.enumerated() where days > 0 {
      rowOfGroup[group] = amounts.count
      amounts.append(days / Self.weekdays)
    }
    try Self.check(members, limits, file)
    var benefits = BenefitTable()
    for member in members {
      guard let gains = member.row.gains?.entries(groupCount: groupDaysPerWeek.count) else {
        throw .defect("\(member.row.site.id) has no gains of the groups")
      }
      benefits.appendSite(
        gains.compactMap { gain in
          let row = rowOfGroup[gain.group]
          let benefit = Self.benefit(gain, objective, weeksPerYear)
          return row >= 0 && benefit > 0 ? (row: row, benefit: benefit) : nil
        })
    }
    do {
      selection = try SelectionProblem(
        amounts: amounts,
        sites: members.map {
          CandidateSite(
            kind: $0.kind, seats: $0.seatsPerDay, cost: $0.row.site.costEuroPerYear ?? 0)
        }, benefits: benefits, limits: limits
      ).solve(SelectionEffort())
    } catch {
      throw .defect("the choice of sites: \(error)")
    }
  }

  /// Of one person-day a weekday.
  private static func benefit(
    _ gain: GroupGains.Entry, _ objective: Objective, _ weeksPerYear: Double
  ) -> Float {
    switch objective {
    case .hours: gain.hoursPerDay * Float(weekdays * weeksPerYear)
    case .covered(let minutes): Double(gain.minutesOneWay) <= minutes ? 1 : 0
    }
  }

  private static func check(
    _ members: [Member], _ limits: SelectionLimits, _ file: String
  ) throws(Failure) {
    guard limits.budget != nil else { return }
    let findings = members.filter { $0.row.site.costEuroPerYear == nil && $0.kind != .fixed }.map {
      Finding(
        "missing_cost", file: file, field: "cost_eur_per_year", value: $0.row.site.id,
        message: "the site has no cost, and there is a budget",
        remedy: "fill the column cost_eur_per_year")
    }
    if !findings.isEmpty { throw .unusableData(findings) }
  }
}
