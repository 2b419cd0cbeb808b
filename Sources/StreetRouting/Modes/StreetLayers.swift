/// Which directed links belong to the network, and which of them are for destination traffic only.
///
/// - A directed link is **connected** if it lies on a closed way within a large strongly connected
///   component; journeys begin and end on such links only, and go between them as they may.
/// - It is for **through** traffic if it is open to all and lies in the largest part of its component
///   that holds together without streets for destination traffic: a public street that is only
///   reached over private ones is as good as private. What leads from one component to another, never
///   to come back, is for through traffic if it is open to all.
struct StreetLayers {
  /// By the raw value of directed links.
  let isConnected: [Bool]
  let isThrough: [Bool]
  /// Which states lie on a way from a connected link to another one.
  let isKept: [Bool]

  init(_ streets: StreetGraph, _ right: StreetRight, _ states: StateGraph) {
    let access = (0..<2 * streets.links.count).map {
      streets.passage(DirectedLink(raw: Int32($0)))[right]
    }
    let whole = StreetParts(states) { _ in true }
    let smallest = min(whole.nodeCounts.max() ?? 0, Int32(ModeGraph.smallestMainland))
    let isMain = whole.nodeCounts.map { $0 > 0 && $0 >= smallest }
    var isConnected = [Bool](repeating: false, count: access.count)
    whole.visitInnerArcs { arc, component in
      if isMain[component] { isConnected[Int(states.links[arc].raw)] = true }
    }

    let open = StreetParts(states) { access[Int(states.links[$0].raw)] == .yes }
    let largest = open.largest(in: whole)
    var isThrough = access.indices.map { access[$0] == .yes && !isConnected[$0] }
    open.visitInnerArcs { arc, part in
      let component = Int(whole.components.ofNode[Int(states.heads[arc])])
      if isMain[component], largest[component] == part {
        isThrough[Int(states.links[arc].raw)] = true
      }
    }
    self.isConnected = isConnected
    self.isThrough = isThrough
    isKept = whole.between(isConnected)
  }
}

/// Parts of a state graph that hold together.
struct StreetParts {
  let components: StrongComponents
  /// The street nodes of each part; 0 for a state that no way leads back to.
  private(set) var nodeCounts: [Int32]
  private let states: StateGraph
  private let tails: [Int32]
  private let isOpen: (Int) -> Bool

  init(_ states: StateGraph, isOpen: @escaping (Int) -> Bool) {
    self.states = states
    self.isOpen = isOpen
    components = StrongComponents(
      firstArcs: states.firstArcs, heads: states.heads, isOpen: isOpen)
    tails = states.nodes.indices.flatMap { tail in
      repeatElement(
        Int32(tail), count: Int(states.firstArcs[tail + 1] - states.firstArcs[tail]))
    }
    nodeCounts = Array(repeating: 0, count: components.sizes.count)
    var hasArc = [Bool](repeating: false, count: components.sizes.count)
    visitInnerArcs { _, part in hasArc[part] = true }
    // The states of a node stand together: it counts once in each part.
    var lastNodes = [Int32](repeating: -1, count: components.sizes.count)
    for state in states.nodes.indices {
      let part = Int(components.ofNode[state])
      if hasArc[part], lastNodes[part] != states.nodes[state] {
        lastNodes[part] = states.nodes[state]
        nodeCounts[part] += 1
      }
    }
  }

  /// Visits the open arcs that stay within a part, with the part.
  func visitInnerArcs(_ visit: (Int, Int) -> Void) {
    for arc in states.heads.indices where isOpen(arc) {
      let part = components.ofNode[Int(tails[arc])]
      if components.ofNode[Int(states.heads[arc])] == part { visit(arc, Int(part)) }
    }
  }

  /// For each part of `whole` the part here with the most nodes, of equal ones that with the first
  /// directed link; -1 where there is none.
  func largest(in whole: StreetParts) -> [Int] {
    var firstLinks = [Int32](repeating: .max, count: nodeCounts.count)
    visitInnerArcs { arc, part in firstLinks[part] = min(firstLinks[part], states.links[arc].raw) }
    var largest = [Int](repeating: -1, count: whole.nodeCounts.count)
    for state in states.nodes.indices {
      let (component, part) = (
        Int(whole.components.ofNode[state]), Int(components.ofNode[state])
      )
      guard nodeCounts[part] > 0 else { continue }
      let found = largest[component]
      if found < 0
        || (nodeCounts[found], -firstLinks[found]) < (nodeCounts[part], -firstLinks[part])
      {
        largest[component] = part
      }
    }
    return largest
  }

  /// The states that can be come to from one of `links`, and from which one of them can be reached.
  ///
  /// Who begins in the middle of a forbidden path may go through states that nobody comes back to,
  /// so that components alone are not enough.
  func between(_ isEnd: [Bool]) -> [Bool] {
    // Components are numbered from the last to the first: arcs lead to lower numbers.
    let ofNode = components.ofNode
    var starts = [Int](repeating: 0, count: components.sizes.count + 1)
    for component in components.sizes.indices {
      starts[component + 1] = starts[component] + Int(components.sizes[component])
    }
    var ordered = [Int](repeating: 0, count: ofNode.count)
    for state in ofNode.indices {
      ordered[starts[Int(ofNode[state])]] = state
      starts[Int(ofNode[state])] += 1
    }
    func arcs(_ state: Int) -> Range<Int> {
      Int(states.firstArcs[state])..<Int(states.firstArcs[state + 1])
    }
    var leads = [Bool](repeating: false, count: components.sizes.count)
    var isReached = leads
    for state in ordered {
      for arc in arcs(state)
      where isEnd[Int(states.links[arc].raw)] || leads[Int(ofNode[Int(states.heads[arc])])] {
        leads[Int(ofNode[state])] = true
      }
    }
    for (raw, state) in states.departures.enumerated() where state >= 0 && isEnd[raw] {
      isReached[Int(ofNode[Int(state)])] = true
    }
    for state in ordered.reversed() where isReached[Int(ofNode[state])] {
      for arc in arcs(state) { isReached[Int(ofNode[Int(states.heads[arc])])] = true }
    }
    return ofNode.map { leads[Int($0)] && isReached[Int($0)] }
  }
}
