@testable import SiteSelection

/// SplitMix64, so that every machine draws the same cases.
struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What a small random case has.
enum CaseKind: String, CaseIterable, Sendable {
  case plain, covering, seats, budget, closable
}

/// A problem as plain tables, to be changed and built again.
struct ProblemText {
  var amounts: [Double]
  var sites: [CandidateSite]
  /// Of site and row; 0 where nobody gains.
  var benefits: [[Float]]
  var limits: SelectionLimits

  func problem() throws -> SelectionProblem {
    var table = BenefitTable()
    for row in benefits {
      table.appendSite(row.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) })
    }
    return try SelectionProblem(amounts: amounts, sites: sites, benefits: table, limits: limits)
  }

  /// Up to nine sites and twelve rows of whole numbers.
  init(_ kind: CaseKind, seed: Int) {
    var draws = Draws(state: UInt64(seed) &* 977 &+ UInt64(kind.rawValue.count))
    let (siteCount, rowCount) = (
      Int.random(in: 4...9, using: &draws), Int.random(in: 3...12, using: &draws)
    )
    amounts = (0..<rowCount).map { _ in Double(Int.random(in: 1...9, using: &draws)) }
    benefits = (0..<siteCount).map { _ in
      (0..<rowCount).map { _ in
        guard Int.random(in: 0..<10, using: &draws) < 5 else { return 0 }
        return kind == .covering ? 1 : Float(Int.random(in: 1...20, using: &draws))
      }
    }
    sites = (0..<siteCount).map { _ in CandidateSite() }
    limits = SelectionLimits(newSites: Int.random(in: 1...4, using: &draws))
    let total = Int(amounts.reduce(0, +))
    if kind == .seats || kind == .closable {
      for site in sites.indices where Int.random(in: 0..<4, using: &draws) > 0 {
        sites[site].seats = Double(Int.random(in: 0...max(1, total / 2), using: &draws))
      }
    }
    if kind == .budget || kind == .closable {
      for site in sites.indices { sites[site].cost = Double(Int.random(in: 0...9, using: &draws)) }
      limits.budget = Double(Int.random(in: 0...20, using: &draws))
    }
    if kind == .closable {
      for site in sites.indices {
        let roll = Int.random(in: 0..<5, using: &draws)
        sites[site].kind = roll == 0 ? .fixed : roll < 3 ? .closable : .candidate
      }
    }
  }
}
