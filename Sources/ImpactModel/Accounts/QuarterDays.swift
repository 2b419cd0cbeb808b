/// Person-days of an ordinary week in one quarter, before and after: what its shops see.
public struct QuarterDays: Sendable, Equatable, Codable {
  public var quarter: String
  /// In its offices.
  public var baseOfficeDays = 0.0
  public var officeDays = 0.0
  /// In its spaces.
  public var siteDays = 0.0

  /// Positive leaves the quarter.
  public var leaving: Double { baseOfficeDays - officeDays - siteDays }

  /// By quarter, in the order of the offices and then of the spaces.
  public static func of(_ model: WeekModel, _ evaluation: Evaluation) -> [QuarterDays] {
    var names: [String] = []
    var rows: [String: QuarterDays] = [:]
    func add(_ quarter: String, _ change: (inout QuarterDays) -> Void) {
      if rows[quarter] == nil { names.append(quarter) }
      change(&rows[quarter, default: QuarterDays(quarter: quarter)])
    }
    for (index, office) in model.offices.enumerated() {
      add(office.quarter) {
        $0.baseOfficeDays += evaluation.base.officeDays[index].sum
        $0.officeDays += evaluation.policy.officeDays[index].sum
      }
    }
    for (index, site) in model.sites.enumerated() {
      add(site.quarter) { $0.siteDays += evaluation.policy.siteDays[index].sum }
    }
    return names.compactMap { rows[$0] }
  }
}
