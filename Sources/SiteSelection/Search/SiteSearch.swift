extension SelectionProblem {
  /// The best selection that is found, and a bound that says how far from the best of all it can be.
  ///
  /// Greedy and interchange, then the Lagrangian bound, whose sets are tried too, then branch and
  /// bound within the effort; on one thread, with the same result every time.
  public func solve(_ effort: SelectionEffort = SelectionEffort()) -> Selection {
    precondition(effort.steps > 0 && 0..<1 ~= effort.tolerance, "an effort that cannot be")
    var tools = SearchTools(self, effort)
    var root = tools.root()
    tools.tighten(&root, steps: effort.steps, tolerance: effort.tolerance)
    if root.bound > tools.incumbent.ceiling { tools.interchange(tools.incumbent.proposal) }
    var tree = BranchAndBound(self, effort)
    tree.search(root, &tools)
    let ceiling = tools.incumbent.ceiling
    return selection(
      tools.incumbent.best, bound: tree.bound, isProven: tree.bound <= ceiling, nodes: tree.nodes)
  }

  /// Greedy alone, without a bound of use: what the search starts from.
  func greedyStart(_ greedy: inout Greedy) -> Assignment {
    let closable = optional.filter { sites[$0].kind == .closable }
    let rules: [Greedy.Rule] = limits.budget == nil ? [.gain] : [.gain, .gainPerCost]
    var starts = [fixed]
    let all = (fixed + closable).sorted()
    if !closable.isEmpty, room(beside: all).budget >= 0 { starts.append(all) }
    var best: Assignment?
    for start in starts {
      for rule in rules {
        let next = assign(to: start)
        guard let filled = greedy.fill(next, rule) else { continue }
        if let known = best, !Self.isBetter(filled.value, than: known.value) { continue }
        best = filled
      }
    }
    return best ?? assign(to: fixed)
  }

  private func selection(
    _ best: Assignment, bound: Double, isProven: Bool, nodes: Int
  ) -> Selection {
    var uses = best.open.enumerated().map {
      Selection.Use(site: $1, value: 0, amount: 0, seatValue: best.seatPrices[$0])
    }
    let table = benefitsByRow(best)
    for (share, benefit) in zip(best.shares, table) {
      uses[share.position].value += share.amount * benefit
      uses[share.position].amount += share.amount
    }
    let decided = best.open.filter { sites[$0].kind != .fixed }
    return Selection(
      chosen: decided.filter { sites[$0].kind == .candidate },
      closed: sites.indices.filter { sites[$0].kind == .closable && !best.open.contains($0) },
      cost: decided.reduce(0) { $0 + sites[$1].cost }, value: best.value, uses: uses,
      shares: best.shares.map {
        .init(row: $0.row, site: best.open[$0.position], amount: $0.amount)
      },
      bound: bound, isProvenOptimal: isProven, nodes: nodes)
  }

  /// The benefit of each share.
  private func benefitsByRow(_ best: Assignment) -> [Double] {
    var found = [Double](repeating: 0, count: best.shares.count)
    var byPosition = [[Int]](repeating: [], count: best.open.count)
    for (index, share) in best.shares.enumerated() { byPosition[share.position].append(index) }
    var ofRow = [Double](repeating: 0, count: amounts.count)
    for (position, site) in best.open.enumerated() {
      for pair in benefits.pairs(of: site) {
        ofRow[Int(benefits.rows[pair])] = Double(benefits.benefits[pair])
      }
      for index in byPosition[position] { found[index] = ofRow[best.shares[index].row] }
    }
    return found
  }
}

/// What all steps of the search share.
struct SearchTools {
  let problem: SelectionProblem
  let effort: SelectionEffort
  var greedy: Greedy
  var relaxation: Relaxation
  var incumbent: Incumbent

  init(_ problem: SelectionProblem, _ effort: SelectionEffort) {
    self.problem = problem
    self.effort = effort
    greedy = Greedy(problem)
    relaxation = Relaxation(problem)
    incumbent = Incumbent(problem.greedyStart(&greedy))
    interchange(incumbent.best)
  }

  var pairsSeen: Int { relaxation.pairsSeen + incumbent.pairsSeen }

  mutating func interchange(_ start: Assignment?) {
    guard let start else { return }
    let swaps = Interchange(problem: problem, roundLimit: effort.rounds)
    incumbent.offer(swaps.improve(start, &greedy))
  }

  func root() -> Branch {
    let room = problem.room(beside: problem.fixed)
    return Branch(
      open: problem.fixed, free: problem.optional.filter { room.fits(problem.sites[$0]) },
      prices: incumbent.best.rowPrices)
  }

  mutating func tighten(_ branch: inout Branch, steps: Int, tolerance: Double) {
    relaxation.tighten(
      &branch, steps: steps, tolerance: tolerance, &incumbent, &greedy)
  }
}
