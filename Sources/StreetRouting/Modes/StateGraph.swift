/// The street graph for one right, with a state for each node and each part of a forbidden path;
/// the step between the streets and a `ModeGraph`.
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
    let automaton = TurnAutomaton(Self.forbiddenPaths(graph, right, usable))
    var statesAtNode: [Int: [Int]] = [:]
    for state in 1..<automaton.stateCount where automaton.isAllowed(state) {
      statesAtNode[graph.head(of: automaton.lastLinks[state]), default: []].append(state)
    }
    // Positions of the automaton's states among the states here.
    var firstStates = [Int32](repeating: 0, count: graph.nodes.count)
    var positions = [Int32](repeating: -1, count: automaton.stateCount)
    for node in graph.nodes.indices {
      firstStates[node] = Int32(nodes.count)
      nodes.append(Int32(node))
      for state in statesAtNode[node] ?? [] {
        positions[state] = Int32(nodes.count)
        nodes.append(Int32(node))
      }
    }
    func position(_ state: Int, _ node: Int) -> Int32 {
      state == TurnAutomaton.fresh ? firstStates[node] : positions[state]
    }
    for node in graph.nodes.indices {
      for state in [TurnAutomaton.fresh] + (statesAtNode[node] ?? []) {
        for link in graph.leaving(node) where usable[Int(link.raw)] {
          guard let next = automaton.next(state, link) else { continue }
          heads.append(position(next, graph.head(of: link)))
          links.append(link)
        }
        firstArcs.append(Int32(heads.count))
      }
    }
    departures = usable.indices.map { raw in
      let link = DirectedLink(raw: Int32(raw))
      guard usable[raw], let next = automaton.next(TurnAutomaton.fresh, link) else { return -1 }
      return position(next, graph.head(of: link))
    }
  }

  /// Those of the graph, and at a barrier every way on but the one back; only over links that can
  /// be driven at all.
  private static func forbiddenPaths(
    _ graph: StreetGraph, _ right: StreetRight, _ usable: [Bool]
  ) -> [[DirectedLink]] {
    var paths = graph.forbiddenPaths.filter { path in
      path.rights.contains(right) && path.links.allSatisfy { usable[Int($0.raw)] }
    }.map(\.links)
    for node in graph.nodes.indices where graph.nodeBarriers[node].contains(right) {
      for arriving in graph.leaving(node).map(\.reversed) where usable[Int(arriving.raw)] {
        for leaving in graph.leaving(node)
        where leaving != arriving.reversed && usable[Int(leaving.raw)] {
          paths.append([arriving, leaving])
        }
      }
    }
    return paths
  }
}
