/// Closes each open site in turn and fills what it leaves without it, the best first (Teitz & Bart
/// 1968); kept where the whole is better, until a round changes nothing. Where there is a budget
/// several may come for one that goes.
struct Interchange {
  let problem: SelectionProblem
  let roundLimit: Int

  func improve(_ start: Assignment, _ greedy: inout Greedy) -> Assignment {
    var current = start
    for _ in 0..<roundLimit {
      let before = current.value
      for site in current.open where problem.optional.contains(site) {
        guard current.open.contains(site) else { continue }
        if let better = replace(site, in: current, &greedy) { current = better }
      }
      guard SelectionProblem.isBetter(current.value, than: before) else { break }
    }
    return current
  }

  private func replace(
    _ site: Int, in current: Assignment, _ greedy: inout Greedy
  ) -> Assignment? {
    let without = problem.assign(to: current.open.removing(site))
    let rules: [Greedy.Rule] = problem.limits.budget == nil ? [.gain] : [.gain, .gainPerCost]
    for rule in rules {
      if let better = greedy.fill(without, excluding: site, rule, aim: current.value) {
        return greedy.fill(better, rule)
      }
    }
    return nil
  }
}
