/// Adds the site that adds most, again and again, until nothing fits or nothing adds.
///
/// Lazy (Minoux 1978; CELF, Leskovec et al. 2007): what a site adds never grows as others open, so an
/// old figure is a bound, and only the site with the highest bound is looked at again. That holds
/// without seats (the value is submodular) and with them, for the value of a transportation problem is
/// submodular in the set of its sources (Shapley 1962: sites are substitutes for one another).
struct Greedy {
  /// By what the next is chosen.
  enum Rule {
    case gain
    /// What it adds for each unit of the budget.
    case gainPerCost
  }

  private enum Freshness { case old, bound, exact }

  private struct Entry {
    var site: Int
    /// The most that it can add.
    var gain: Double
    var freshness: Freshness
  }

  let problem: SelectionProblem
  var reduced: ReducedValues

  init(_ problem: SelectionProblem) {
    self.problem = problem
    reduced = ReducedValues(problem)
  }

  /// - Parameters:
  ///   - excluded: not to be opened.
  ///   - aim: given up, with `nil`, as soon as it is certain not to be exceeded.
  mutating func fill(
    _ start: Assignment, excluding excluded: Int? = nil, _ rule: Rule = .gain, aim: Double? = nil
  ) -> Assignment? {
    var current = start
    var entries = problem.optional.compactMap { site -> Entry? in
      start.open.contains(site) || site == excluded
        ? nil : Entry(site: site, gain: .infinity, freshness: .old)
    }
    while true {
      let room = problem.room(beside: current.open)
      // Room only shrinks: what does not fit now never will.
      entries.removeAll { !room.fits(problem.sites[$0.site]) || $0.gain <= 0 }
      guard let best = next(&entries, current, rule, room, aim) else { break }
      current = best
    }
    if let aim, !SelectionProblem.isBetter(current.value, than: aim) { return nil }
    return current
  }

  /// The assignment with the best site more.
  private mutating func next(
    _ entries: inout [Entry], _ current: Assignment, _ rule: Rule, _ room: Room, _ aim: Double?
  ) -> Assignment? {
    for index in entries.indices {
      entries[index].freshness = .old
      if entries[index].gain == .infinity { refresh(&entries[index], current) }
    }
    if let aim, !canExceed(aim, entries, current, room) { return nil }
    let cut = room.newSites == 1 && problem.limits.budget == nil ? aim : nil
    var solved: [Int: Assignment] = [:]
    while let top = top(entries, rule) {
      let entry = entries[top]
      if let cut, current.value + entry.gain <= cut { return nil }
      switch entry.freshness {
      case .exact:
        guard entry.gain > 1e-12 * current.value else { return nil }
        entries.remove(at: top)
        return solved[entry.site]
      case .old: refresh(&entries[top], current)
      case .bound:
        let with = problem.assign(to: current.open.inserting(entry.site))
        entries[top].gain = min(entry.gain, with.value - current.value)
        entries[top].freshness = .exact
        solved[entry.site] = with
      }
    }
    return nil
  }

  private mutating func refresh(_ entry: inout Entry, _ current: Assignment) {
    entry.gain = min(entry.gain, reduced.value(of: entry.site, current.rowPrices))
    entry.freshness = .bound
  }

  private func canExceed(
    _ aim: Double, _ entries: [Entry], _ current: Assignment, _ room: Room
  ) -> Bool {
    let choice = SiteChoice(
      entries.map { problem.sites[$0.site] }, values: entries.map(\.gain), room: room)
    return SelectionProblem.isBetter(current.value + choice.bound, than: aim)
  }

  /// The place of the highest bound; of equal ones the first in the list.
  private func top(_ entries: [Entry], _ rule: Rule) -> Int? {
    var best: (key: (Double, Double), place: Int)?
    for (place, entry) in entries.enumerated() where entry.gain > 0 {
      let cost = problem.sites[entry.site].cost
      let key = rule == .gain ? (entry.gain, 0) : (entry.gain / cost, entry.gain)
      if let best, best.key >= key { continue }
      best = (key, place)
    }
    return best?.place
  }
}
