/// The arcs of a mode graph: those of the states in the layers where they may be used, numbered
/// without gaps, the nodes of one place side by side.
struct LayeredArcs {
  private(set) var streetNodes: [Int32] = []
  private(set) var tails: [Int32] = []
  private(set) var heads: [Int32] = []
  private(set) var arcLinks: [Int32] = []
  private(set) var departureNodes: [Int32] = []
  private var arrivals: [(link: Int32, node: Int32)] = []

  private static let (atStart, between, atEnd) = (0, 1, 2)

  init(_ states: StateGraph, _ layers: StreetLayers) {
    let numbers = Self.numbers(states, layers, &streetNodes)
    for tail in states.nodes.indices {
      for layer in [Self.atStart, Self.between, Self.atEnd] {
        let node = numbers[3 * tail + layer]
        guard node >= 0 else { continue }
        if layer < Self.atEnd, numbers[3 * tail + layer + 1] >= 0 {
          append(node, numbers[3 * tail + layer + 1], -1)
        }
        for arc in Int(states.firstArcs[tail])..<Int(states.firstArcs[tail + 1]) {
          let (link, head) = (states.links[arc].raw, Int(states.heads[arc]))
          guard layers.isThrough[Int(link)] == (layer == Self.between) else { continue }
          if layers.isKept[head] { append(node, numbers[3 * head + layer], link) }
          // Who ends on the link need not be able to go on at its head.
          if layer != Self.atStart, layers.isConnected[Int(link)] { arrivals.append((link, node)) }
        }
      }
    }
    departureNodes = states.departures.indices.map { raw in
      let state = Int(states.departures[raw])
      guard state >= 0, layers.isConnected[raw] else { return -1 }
      return numbers[3 * state + (layers.isThrough[raw] ? Self.between : Self.atStart)]
    }
  }

  private mutating func append(_ tail: Int32, _ head: Int32, _ link: Int32) {
    tails.append(tail)
    heads.append(head)
    arcLinks.append(link)
  }

  /// The number of each state in each layer, -1 where it is not needed.
  private static func numbers(
    _ states: StateGraph, _ layers: StreetLayers, _ streetNodes: inout [Int32]
  ) -> [Int32] {
    var isUsed = [Bool](repeating: false, count: 3 * states.nodes.count)
    for tail in states.nodes.indices where layers.isKept[tail] {
      for arc in Int(states.firstArcs[tail])..<Int(states.firstArcs[tail + 1]) {
        let (link, head) = (Int(states.links[arc].raw), Int(states.heads[arc]))
        guard layers.isKept[head] || layers.isConnected[link] else { continue }
        for layer in layers.isThrough[link] ? [between] : [atStart, between, atEnd] {
          isUsed[3 * tail + layer] = true
          if layers.isKept[head] { isUsed[3 * head + layer] = true }
        }
      }
    }
    for (raw, state) in states.departures.enumerated() where state >= 0 && layers.isConnected[raw] {
      let used = layers.isThrough[raw] ? [between] : [atStart, between, atEnd]
      for layer in used { isUsed[3 * Int(state) + layer] = true }
    }
    var numbers = [Int32](repeating: -1, count: isUsed.count)
    for position in isUsed.indices where isUsed[position] {
      numbers[position] = Int32(streetNodes.count)
      streetNodes.append(states.nodes[position / 3])
    }
    return numbers
  }

  /// The nodes from which each directed link is entered at the end of a journey, as rows.
  func arrivals(linkCount: Int) -> (starts: [Int32], nodes: [Int32]) {
    var starts = [Int32](repeating: 0, count: 2 * linkCount + 1)
    for arrival in arrivals { starts[Int(arrival.link) + 1] += 1 }
    for link in 0..<2 * linkCount { starts[link + 1] += starts[link] }
    var next = starts
    var nodes = [Int32](repeating: 0, count: arrivals.count)
    for arrival in arrivals {
      nodes[Int(next[Int(arrival.link)])] = arrival.node
      next[Int(arrival.link)] += 1
    }
    return (starts, nodes)
  }
}
