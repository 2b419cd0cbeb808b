/// Closes the gap where it can: splits the branch with the highest bound by whether a site is open,
/// and bounds both halves, until no bound exceeds the best selection (Land & Doig 1960).
struct BranchAndBound {
  let problem: SelectionProblem
  let effort: SelectionEffort
  private(set) var nodes = 0
  /// No selection is worth more.
  private(set) var bound = 0.0

  init(_ problem: SelectionProblem, _ effort: SelectionEffort) {
    self.problem = problem
    self.effort = effort
  }

  /// - Parameter root: bounded.
  mutating func search(_ root: Branch, _ tools: inout SearchTools) {
    let pairLimit = tools.pairsSeen + effort.pairs
    var branches = [root]
    while true {
      branches.removeAll { $0.bound <= tools.incumbent.ceiling }
      guard let highest = Self.highest(branches),
        branches[highest].bound * (1 - effort.tolerance) > tools.incumbent.best.value,
        nodes < effort.nodes, tools.pairsSeen < pairLimit
      else { break }
      for half in split(branches.remove(at: highest)) {
        nodes += 1
        if let left = tighten(half, &tools) { branches.append(left) }
      }
    }
    bound = branches.reduce(tools.incumbent.best.value) { max($0, $1.bound) }
  }

  /// The first of the highest.
  private static func highest(_ branches: [Branch]) -> Int? {
    branches.indices.max {
      branches[$0].bound < branches[$1].bound || branches[$0].bound == branches[$1].bound && $0 > $1
    }
  }

  private func split(_ branch: Branch) -> [Branch] {
    var branch = branch
    let likely = branch.next.flatMap { branch.free.contains($0) ? $0 : nil }
    guard let site = likely ?? branch.free.first else { return [] }
    branch.next = nil
    var (with, without) = (branch, branch)
    with.open = with.open.inserting(site)
    with.free = with.free.removing(site)
    without.free = with.free
    return [with, without]
  }

  /// The branch with its bound; `nil` where it is decided and its one selection has been offered.
  private func tighten(_ branch: Branch, _ tools: inout SearchTools) -> Branch? {
    var branch = branch
    let room = problem.room(beside: branch.open)
    branch.free.removeAll { !room.fits(problem.sites[$0]) }
    guard !branch.free.isEmpty else {
      tools.incumbent.offer(problem.assign(to: branch.open))
      return nil
    }
    tools.tighten(&branch, steps: effort.stepsPerNode, tolerance: 0)
    return branch
  }
}
