/// Bounds a branch by Lagrangian relaxation of "each person-day at one site at most" (Cornuejols,
/// Fisher & Nemhauser 1977): with a price for each row every site has a value of its own
/// (``ReducedValues``), and which to open is a small knapsack (``SiteChoice``).
///
/// L(λ) = Σ amount × λ + Σ ρ of the open ones + the best choice of free ones, a bound for any λ ≥ 0.
/// A subgradient of L is amount × (1 − the share of the row that is served); the steps go along it in
/// the scale of prices, so without the amount (Held, Wolfe & Crowder 1974). The sets behind
/// better bounds are tried as selections, and sites with which the bound is no better than the best
/// selection are left out for good.
struct Relaxation {
  let problem: SelectionProblem
  private var reduced: ReducedValues
  /// Pairs of site and row that were looked at, as a measure of work.
  private(set) var pairsSeen = 0

  init(_ problem: SelectionProblem) {
    self.problem = problem
    reduced = ReducedValues(problem)
  }

  mutating func tighten(
    _ branch: inout Branch, steps: Int, tolerance: Double, _ incumbent: inout Incumbent,
    _ greedy: inout Greedy
  ) {
    let room = problem.room(beside: branch.open)
    var prices = branch.prices
    var direction = [Double](repeating: 0, count: prices.count)
    var (scale, stale) = (1.0, 0)
    for _ in 0..<steps {
      let round = look(at: branch, prices, room)
      if round.bound < branch.bound {
        if round.bound < branch.bound * (1 - 1e-4) { stale = 0 }
        (branch.bound, branch.prices, branch.next) = (round.bound, prices, round.next)
        incumbent.offer(round.open, &greedy)
      }
      branch.next = branch.next ?? round.next
      stale += 1
      let target = incumbent.best.value
      if branch.bound <= max(incumbent.ceiling, target / (1 - tolerance)) { return }
      leaveOut(&branch, round, above: incumbent.ceiling)
      if stale > 25 {
        (scale, stale) = (scale / 2, 0)
        prices = branch.prices
        guard scale > 1e-4 else { return }
      }
      move(&prices, &direction, round.used, by: scale * (round.bound - target))
    }
  }

  private struct Round {
    var bound = 0.0
    /// Of the free ones, the bound with each of them open.
    var boundWith: [Double] = []
    var open: [Int] = []
    var next: Int?
    /// The share of each row that is served.
    var used: [Double]
  }

  private mutating func look(at branch: Branch, _ prices: [Double], _ room: Room) -> Round {
    var round = Round(used: [Double](repeating: 0, count: prices.count))
    for (row, price) in prices.enumerated() { round.bound += problem.amounts[row] * price }
    for site in branch.open {
      round.bound += value(of: site, prices)
      reduced.use(site, prices, weight: 1, &round.used)
    }
    let values = branch.free.map { value(of: $0, prices) }
    let choice = SiteChoice(
      branch.free.map { problem.sites[$0] }, values: values, room: room)
    round.boundWith = choice.boundWith.map { $0 + round.bound }
    round.bound += choice.bound
    round.open = (branch.open + choice.whole.map { branch.free[$0] }).sorted()
    var highest = 0.0
    for (item, weight) in choice.weights.enumerated() where weight > 0 {
      reduced.use(branch.free[item], prices, weight: weight, &round.used)
      if values[item] > highest { (highest, round.next) = (values[item], branch.free[item]) }
    }
    return round
  }

  private mutating func value(of site: Int, _ prices: [Double]) -> Double {
    pairsSeen += problem.benefits.pairs(of: site).count
    return reduced.value(of: site, prices)
  }

  private func leaveOut(_ branch: inout Branch, _ round: Round, above ceiling: Double) {
    branch.free = zip(branch.free, round.boundWith).filter { $0.1 > ceiling }.map(\.0)
  }

  /// A step along the subgradient, half of the last one added (Crowder 1976).
  private func move(
    _ prices: inout [Double], _ direction: inout [Double], _ used: [Double], by height: Double
  ) {
    var length = 0.0
    for row in prices.indices {
      var slope = 1 - used[row] + 0.5 * direction[row]
      // A price of 0 cannot fall.
      if prices[row] <= 0, slope > 0 { slope = 0 }
      direction[row] = slope
      length += problem.amounts[row] * slope * slope
    }
    guard length > 0 else { return }
    let step = height / length
    for row in prices.indices { prices[row] = max(0, prices[row] - step * direction[row]) }
  }
}
