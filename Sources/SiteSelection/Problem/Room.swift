/// What the limits still let in.
struct Room {
  var newSites: Int
  /// Infinite without a budget.
  var budget: Double

  func fits(_ site: CandidateSite) -> Bool {
    (site.kind == .closable || newSites > 0) && site.cost <= budget
  }
}

extension SelectionProblem {
  /// What is left beside the decided sites among `open`.
  func room(beside open: [Int]) -> Room {
    var count = limits.newSites
    var spent = 0.0
    for site in open where sites[site].kind != .fixed {
      if sites[site].kind == .candidate { count -= 1 }
      spent += sites[site].cost
    }
    guard let budget = limits.budget else { return Room(newSites: count, budget: .infinity) }
    return Room(newSites: count, budget: budget * (1 + 1e-9) - spent)
  }
}
