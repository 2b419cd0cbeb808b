/// What every site brings to the people of every row, sparse: only pairs that gain are stored.
///
/// Site by site in flat arrays, 8 bytes a pair and 8 a site: 8,000 sites × 5,800 rows of which
/// 30 % gain take 111 MB, if all gained 371 MB.
public struct BenefitTable: Sendable {
  /// Site `s` has the pairs `starts[s]..<starts[s + 1]`.
  private(set) var starts: [Int] = [0]
  private(set) var rows: [UInt32] = []
  private(set) var benefits: [Float] = []

  public init() {}

  public var siteCount: Int { starts.count - 1 }
  public var pairCount: Int { rows.count }

  /// Reserves memory, so that the table does not grow in steps.
  public mutating func reserve(sites: Int, pairs: Int) {
    starts.reserveCapacity(sites + 1)
    rows.reserveCapacity(pairs)
    benefits.reserveCapacity(pairs)
  }

  /// Appends the next site.
  ///
  /// - Parameter pairs: each row that gains, once, with what a person-day of it gains there, such as
  ///   hours a year; above 0. Checked by ``SelectionProblem``.
  public mutating func appendSite(_ pairs: some Sequence<(row: Int, benefit: Float)>) {
    for pair in pairs {
      rows.append(UInt32(clamping: pair.row < 0 ? .max : pair.row))
      benefits.append(pair.benefit)
    }
    starts.append(rows.count)
  }

  func pairs(of site: Int) -> Range<Int> { starts[site]..<starts[site + 1] }
}
