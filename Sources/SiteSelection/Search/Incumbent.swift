/// The best selection so far.
struct Incumbent {
  private(set) var best: Assignment
  /// The best of the sets that bounds have proposed: another place to start from.
  private(set) var proposal: Assignment?
  private var seen: Set<[Int]> = []

  /// Pairs of site and row that were looked at, as a measure of work.
  private(set) var pairsSeen = 0

  init(_ best: Assignment) { self.best = best }

  /// More than this would be better by more than rounding.
  var ceiling: Double { best.value * (1 + 1e-9) }

  mutating func offer(_ assignment: Assignment) {
    pairsSeen += assignment.pairsSeen
    if SelectionProblem.isBetter(assignment.value, than: best.value) { best = assignment }
  }

  /// Looks at a set that keeps the limits, once.
  mutating func offer(_ open: [Int], _ greedy: inout Greedy) {
    guard seen.insert(open).inserted else { return }
    let assignment = greedy.problem.assign(to: open)
    let filled = greedy.fill(assignment) ?? assignment
    if filled.value > proposal?.value ?? -1 { proposal = filled }
    offer(filled)
  }
}
