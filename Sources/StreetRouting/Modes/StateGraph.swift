/// The street graph for one right, with a state for each node, each part of a forbidden path and
/// each link that ends at a barrier; the step between the streets and a `ModeGraph`.
struct StateGraph {
  /// The street node of each state; the states of a node stand together.
  private(set) var nodes: [Int32] = []
  private(set) var firstArcs: [Int32] = [0]
  private(set) var heads: [Int32] = []
  private(set) var links: [DirectedLink] = []
  /// The state that follows a link driven by who has just begun on it; -1 where nobody may.
  private(set) var departures: [Int32]

  init(_ graph: StreetGraph, _ right: StreetRight) {
    let usable = (0..<2 * graph.links.count).map {
      graph.passage(DirectedLink(raw: Int32($0)))[right] != .no
    }
    let isBarrier = graph.nodeBarriers.map { $0.contains(right) }
    let automaton = TurnAutomaton(Self.forbiddenPaths(graph, right, usable, isBarrier))
    var statesAtNode: [Int: [Int]] = [:]
    for state in 1..<automaton.stateCount where automaton.isAllowed(state) {
      statesAtNode[graph.head(of: automaton.lastLinks[state]), default: []].append(state)
    }
    // The states of who has driven each link and no part of a path, and of the automaton's states.
    var arrived = [Int32](repeating: -1, count: usable.count)
    var positions = [Int32](repeating: -1, count: automaton.stateCount)
    for node in graph.nodes.indices {
      if !isBarrier[node] { nodes.append(Int32(node)) }
      for back in graph.leaving(node) {
        if isBarrier[node] { nodes.append(Int32(node)) }
        arrived[Int(back.reversed.raw)] = Int32(nodes.count - 1)
      }
      for state in statesAtNode[node] ?? [] {
        positions[state] = Int32(nodes.count)
        nodes.append(Int32(node))
      }
    }
    func position(_ state: Int, after link: DirectedLink) -> Int32 {
      state == TurnAutomaton.fresh ? arrived[Int(link.raw)] : positions[state]
    }
    departures = usable.indices.map { raw in
      let link = DirectedLink(raw: Int32(raw))
      guard usable[raw], let next = automaton.next(TurnAutomaton.fresh, link) else { return -1 }
      return position(next, after: link)
    }
    func add(_ state: Int, _ ways: some Sequence<DirectedLink>) {
      for link in ways where usable[Int(link.raw)] {
        guard let next = automaton.next(state, link) else { continue }
        heads.append(position(next, after: link))
        links.append(link)
      }
      firstArcs.append(Int32(heads.count))
    }
    for node in graph.nodes.indices {
      let leaving = graph.leaving(node)
      if isBarrier[node] {
        for back in leaving { add(TurnAutomaton.fresh, CollectionOfOne(back)) }
      } else {
        add(TurnAutomaton.fresh, leaving)
      }
      for state in statesAtNode[node] ?? [] {
        let back = automaton.lastLinks[state].reversed
        add(state, isBarrier[node] ? [back] : leaving)
      }
    }
  }

  /// Those of the graph over links that can be driven at all. A path through a barrier is none:
  /// nobody drives its end after its beginning.
  private static func forbiddenPaths(
    _ graph: StreetGraph, _ right: StreetRight, _ usable: [Bool], _ isBarrier: [Bool]
  ) -> [[DirectedLink]] {
    graph.forbiddenPaths.filter { path in
      path.rights.contains(right) && path.links.allSatisfy { usable[Int($0.raw)] }
        && zip(path.links, path.links.dropFirst()).allSatisfy { before, after in
          after == before.reversed || !isBarrier[graph.head(of: before)]
        }
    }.map(\.links)
  }
}
