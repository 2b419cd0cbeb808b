extension StreetNetwork {
  /// The fastest ways between one position and several, with one search.
  ///
  /// - Parameters:
  ///   - direction: forward from the one to the others, backward from the others to the one.
  ///   - visit: called with the position of each of the others that has a way within the limit, in
  ///     their order; of equally fast ways always the same one.
  public func paths(
    _ direction: StreetDirection, _ fixed: StreetPosition, _ others: [StreetPosition],
    limitMilliseconds: Int32, using search: inout StreetSearch, visit: (Int, StreetPath) -> Void
  ) {
    let best = fastest(direction, fixed, others, limitMilliseconds, &search)
    for (position, other) in others.enumerated() {
      let (origin, destination) = direction == .forward ? (fixed, other) : (other, fixed)
      if let along = alongLinkMilliseconds(from: origin, to: destination),
        along <= limitMilliseconds, along <= best[position]?.milliseconds ?? .max
      {
        let link = DirectedLink(
          origin.link, isBackward: destination.fraction < origin.fraction)
        let stretch = StreetPath.Stretch(
          link: link, from: part(origin, link), to: part(destination, link))
        visit(position, path(origin, destination, [stretch], along))
      } else if let best = best[position] {
        let stretches = stretches(direction, origin, destination, best.end, search)
        visit(position, path(origin, destination, stretches, best.milliseconds))
      }
    }
  }

  private func path(
    _ origin: StreetPosition, _ destination: StreetPosition, _ stretches: [StreetPath.Stretch],
    _ milliseconds: Int32
  ) -> StreetPath {
    StreetPath(
      origin: origin, destination: destination, stretches: stretches, milliseconds: milliseconds,
      offStreetMeters: (origin.offStreetMeters + destination.offStreetMeters)
        * connector.detourFactor)
  }

  /// For each of the others its time over a node of the search, and that node with the way between
  /// the two.
  func fastest(
    _ direction: StreetDirection, _ fixed: StreetPosition, _ others: [StreetPosition],
    _ limit: Int32, _ search: inout StreetSearch
  ) -> [(milliseconds: Int32, end: GraphEnd)?] {
    let isForward = direction == .forward
    var ends: [Int32: [(other: Int, milliseconds: Int32)]] = [:]
    for (position, other) in others.enumerated() {
      for end in isForward ? arrivals(other) : departures(other) {
        ends[end.node, default: []].append((position, end.milliseconds))
      }
    }
    var best = [(milliseconds: Int32, end: GraphEnd)?](repeating: nil, count: others.count)
    var openCount = others.count
    // Once all are found, nothing later than the last one of them is better.
    var last = Int32.max
    search.run(
      self, direction, from: isForward ? departures(fixed) : arrivals(fixed),
      limitMilliseconds: limit
    ) { node, time in
      for end in ends[node] ?? [] {
        let total = time &+ end.milliseconds
        guard total >= time, total <= limit, total < best[end.other]?.milliseconds ?? .max else {
          continue
        }
        if best[end.other] == nil { openCount -= 1 }
        best[end.other] = (total, GraphEnd(node: node, milliseconds: end.milliseconds))
        if openCount == 0 { last = best.reduce(0) { max($0, $1?.milliseconds ?? 0) } }
      }
      return time >= last
    }
    return best
  }

  /// From the origin's link over the arcs of the search to the destination's.
  private func stretches(
    _ direction: StreetDirection, _ origin: StreetPosition, _ destination: StreetPosition,
    _ end: GraphEnd, _ search: StreetSearch
  ) -> [StreetPath.Stretch] {
    let (arcs, rootNode) = search.arcs(between: end.node, self, direction)
    let root = GraphEnd(node: rootNode, milliseconds: search.milliseconds(at: rootNode))
    let (first, last) = direction == .forward ? (root, end) : (end, root)
    var stretches: [StreetPath.Stretch] = []
    // The ends are not in the search: the link on which one begins, and that on which one ends.
    if let start = departureLink(origin, to: first) {
      stretches.append(.init(link: start, from: part(origin, start), to: 1))
    }
    for arc in arcs where graph.arcLinks[arc] >= 0 {
      stretches.append(.init(link: DirectedLink(raw: graph.arcLinks[arc]), from: 0, to: 1))
    }
    if let end = arrivalLink(destination, from: last) {
      stretches.append(.init(link: end, from: 0, to: part(destination, end)))
    }
    return stretches
  }

  /// The directed link on which one begins who comes to an end first.
  private func departureLink(_ position: StreetPosition, to end: GraphEnd) -> DirectedLink? {
    [false, true].map { DirectedLink(position.link, isBackward: $0) }.first { link in
      graph.departureNodes[Int(link.raw)] == end.node
        && rest(of: link, after: part(position, link)) + offStreetMilliseconds(position)
          == end.milliseconds
    }
  }

  /// The directed link on which one ends who comes from an end last.
  private func arrivalLink(_ position: StreetPosition, from end: GraphEnd) -> DirectedLink? {
    [false, true].map { DirectedLink(position.link, isBackward: $0) }.first { link in
      let rows =
        Int(graph.arrivalStarts[Int(link.raw)])..<Int(graph.arrivalStarts[Int(link.raw) + 1])
      return graph.arrivalNodes[rows].contains(end.node)
        && beginning(of: link, until: part(position, link)) + offStreetMilliseconds(position)
          == end.milliseconds
    }
  }
}

extension StreetSearch {
  /// The arcs of the mode graph, in the order of travel, between a node and the end at which the
  /// search began, and that end's node.
  func arcs(
    between node: Int32, _ network: StreetNetwork, _ direction: StreetDirection
  ) -> (arcs: [Int], root: Int32) {
    let isForward = direction == .forward
    let positions = isForward ? network.forward.positions : network.backward.positions
    let next = isForward ? network.graph.tails : network.graph.heads
    var arcs: [Int] = []
    var node = node
    while let row = parentRow(of: node) {
      let arc = Int(positions[row])
      arcs.append(arc)
      node = next[arc]
    }
    return (isForward ? arcs.reversed() : arcs, node)
  }
}
