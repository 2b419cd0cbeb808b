/// Which directed links belong to the network, and which of them are for destination traffic only.
struct StreetLayers {
  /// By the raw value of directed links: part of a large strongly connected component.
  private(set) var isConnected: [Bool]
  /// By the raw value: may be used on the way to somewhere else.
  private(set) var isThrough: [Bool]
  /// Which arcs of the state graph are kept: those within and between the large components.
  let isKept: [Bool]

  init(_ streets: StreetGraph, _ right: StreetRight, _ states: StateGraph) {
    let whole = StrongComponents(firstArcs: states.firstArcs, heads: states.heads) { _ in true }
    let smallest = Double(whole.sizes.max() ?? 0) * ModeGraph.islandShare
    let isMain = whole.sizes.map { $0 > 1 && Double($0) >= smallest }

    let access = (0..<2 * streets.links.count).map {
      streets.passage(DirectedLink(raw: Int32($0)))[right]
    }
    let through = StrongComponents(firstArcs: states.firstArcs, heads: states.heads) {
      access[Int(states.links[$0].raw)] == .yes
    }
    // A street that is only reached over streets for destination traffic is one of them: of each
    // component, the largest part that needs none of them is for through traffic.
    var largest = [Int32](repeating: -1, count: whole.sizes.count)
    for state in states.nodes.indices {
      let (component, part) = (Int(whole.ofNode[state]), through.ofNode[state])
      if largest[component] < 0 || through.sizes[Int(part)] > through.sizes[Int(largest[component])]
      {
        largest[component] = part
      }
    }
    var isConnected = [Bool](repeating: false, count: access.count)
    var isThrough = isConnected
    var isKept = [Bool](repeating: false, count: states.heads.count)
    // Where one can only arrive in the middle of a forbidden path, who begins there is in a state
    // that nobody comes back to.
    var isBeginning = [Bool](repeating: false, count: states.nodes.count)
    for state in states.departures where state >= 0 { isBeginning[Int(state)] = true }
    for tail in states.nodes.indices {
      for arc in Int(states.firstArcs[tail])..<Int(states.firstArcs[tail + 1]) {
        let (head, link) = (Int(states.heads[arc]), Int(states.links[arc].raw))
        let component = Int(whole.ofNode[tail])
        guard isMain[component] || isBeginning[tail], isMain[Int(whole.ofNode[head])] else {
          continue
        }
        isKept[arc] = true
        guard whole.ofNode[head] == whole.ofNode[tail] else {
          if access[link] == .yes { isThrough[link] = true }
          continue
        }
        isConnected[link] = true
        let part = through.ofNode[tail]
        if access[link] == .yes, part == largest[component], through.ofNode[head] == part {
          isThrough[link] = true
        }
      }
    }
    self.isConnected = isConnected
    self.isThrough = isThrough
    self.isKept = isKept
  }
}

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
        for arc in Int(states.firstArcs[tail])..<Int(states.firstArcs[tail + 1])
        where layers.isKept[arc] {
          let link = states.links[arc].raw
          guard layers.isThrough[Int(link)] == (layer == Self.between) else { continue }
          append(node, numbers[3 * Int(states.heads[arc]) + layer], link)
          if layer != Self.atStart { arrivals.append((link, node)) }
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
    for tail in states.nodes.indices {
      for arc in Int(states.firstArcs[tail])..<Int(states.firstArcs[tail + 1])
      where layers.isKept[arc] {
        let used =
          layers.isThrough[Int(states.links[arc].raw)] ? [between] : [atStart, between, atEnd]
        for layer in used {
          isUsed[3 * tail + layer] = true
          isUsed[3 * Int(states.heads[arc]) + layer] = true
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
