/// Remembers how much of which forbidden path has just been driven.
///
/// The states are the proper prefixes of the forbidden paths, found again by their longest suffix
/// (Aho & Corasick 1975); state 0 is the empty prefix. So restrictions over one node or over any
/// number of links are the same thing, and only junctions that have one cost anything.
struct TurnAutomaton {
  static let fresh = 0

  private struct Step: Hashable {
    var state: Int
    var link: DirectedLink
  }

  /// The link that was driven last to come into a state; of `fresh` it means nothing.
  private(set) var lastLinks = [DirectedLink(raw: 0)]
  private var children: [Step: Int] = [:]
  private var failures = [0]
  /// Whether a forbidden path ends in the state: it is never entered.
  private var isForbidden = [false]

  var stateCount: Int { lastLinks.count }

  init(_ paths: some Sequence<[DirectedLink]>) {
    var depths = [0]
    for path in paths {
      var state = Self.fresh
      for link in path {
        let step = Step(state: state, link: link)
        if let next = children[step] {
          state = next
        } else {
          children[step] = lastLinks.count
          depths.append(depths[state] + 1)
          state = lastLinks.count
          lastLinks.append(link)
          failures.append(0)
          isForbidden.append(false)
        }
      }
      if state != Self.fresh { isForbidden[state] = true }
    }
    // Shorter prefixes first, so that the state to fall back to is known.
    for (step, state) in children.sorted(by: {
      (depths[$0.value], $0.value) < (depths[$1.value], $1.value)
    }) where step.state != Self.fresh {
      failures[state] = follow(failures[step.state], step.link)
      if isForbidden[failures[state]] { isForbidden[state] = true }
    }
  }

  private func follow(_ start: Int, _ link: DirectedLink) -> Int {
    var state = start
    while true {
      if let child = children[Step(state: state, link: link)] { return child }
      if state == Self.fresh { return Self.fresh }
      state = failures[state]
    }
  }

  /// The state after a link is driven; `nil` where that is forbidden.
  func next(_ state: Int, _ link: DirectedLink) -> Int? {
    let next = follow(state, link)
    return isForbidden[next] ? nil : next
  }

  /// Whether a state can be entered.
  func isAllowed(_ state: Int) -> Bool { !isForbidden[state] }
}
