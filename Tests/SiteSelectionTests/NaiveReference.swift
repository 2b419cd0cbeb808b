@testable import SiteSelection

/// The plainest way to each figure, from the tables alone.
enum NaiveReference {
  /// The greatest total of people over open sites: one person-day after the other is sent along the
  /// best way in the graph of rows and sites (Bellman & Ford), for whole amounts and seats.
  static func value(_ text: ProblemText, open: [Int]) -> Double {
    let rows = text.amounts.count
    var left = text.amounts
    var free = text.sites.map { $0.seats ?? .infinity }
    var flow = text.sites.map { _ in [Double](repeating: 0, count: rows) }
    var total = 0.0
    while true {
      // Of each site: the most that a person-day who arrives there brings, and how it came.
      var best = [Double](repeating: -.infinity, count: text.sites.count)
      var came = [(row: Int, from: Int?)](repeating: (0, nil), count: text.sites.count)
      for site in open {
        for row in 0..<rows where left[row] > 0 && text.benefits[site][row] > 0 {
          let gain = Double(text.benefits[site][row])
          if gain > best[site] { (best[site], came[site]) = (gain, (row, nil)) }
        }
      }
      for _ in open {
        for from in open where best[from] > -.infinity {
          for row in 0..<rows where flow[from][row] > 0 {
            for to in open where to != from && text.benefits[to][row] > 0 {
              let gain = best[from] - Double(text.benefits[from][row] - text.benefits[to][row])
              if gain > best[to] + 1e-9 { (best[to], came[to]) = (gain, (row, from)) }
            }
          }
        }
      }
      guard let end = open.filter({ free[$0] >= 1 }).max(by: { best[$0] < best[$1] }),
        best[end] > 1e-9
      else { return total }
      total += best[end]
      free[end] -= 1
      var site = end
      while let from = came[site].from {
        flow[site][came[site].row] += 1
        flow[from][came[site].row] -= 1
        site = from
      }
      flow[site][came[site].row] += 1
      left[came[site].row] -= 1
    }
  }

  /// Everybody at his best open site, where there is room for all.
  private static func valueWithoutSeats(_ text: ProblemText, open: [Int]) -> Double {
    text.amounts.indices.reduce(0) { sum, row in
      sum + text.amounts[row] * Double(open.map { text.benefits[$0][row] }.max() ?? 0)
    }
  }

  /// The best value of all sets that keep the limits.
  static func optimum(_ text: ProblemText) -> Double {
    let fixed = text.sites.indices.filter { text.sites[$0].kind == .fixed }
    let decided = text.sites.indices.filter { text.sites[$0].kind != .fixed }
    let hasSeats = text.sites.contains { $0.seats != nil }
    var best = 0.0
    for mask in 0..<(1 << decided.count) {
      let open = decided.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
      let new = open.count { text.sites[$0].kind == .candidate }
      let cost = open.reduce(0) { $0 + text.sites[$1].cost }
      guard new <= text.limits.newSites, cost <= text.limits.budget ?? .infinity else { continue }
      let all = (open + fixed).sorted()
      best = max(best, hasSeats ? value(text, open: all) : valueWithoutSeats(text, open: all))
    }
    return best
  }
}
