public import StreetRouting

/// Turns restrictions into forbidden paths over links.
///
/// The pieces of `from` and `to` that touch `via` are meant; `via` ways are gone through whole, in the
/// order of the relation or in the opposite one. A path that nobody of its rights may drive anyway
/// is left out.
struct RestrictionMaker {
  private let builder: StreetGraphBuilder
  private let made: LinkMaker
  private var wayPositions: [Int64: Int] = [:]
  private let leaving: LeavingLinks
  private var rightsByPath: [[DirectedLink]: StreetRights] = [:]
  private(set) var counts: StreetSummary.Restrictions

  private enum Problem: Error { case outside, broken }

  init(_ builder: StreetGraphBuilder, _ made: LinkMaker) {
    self.builder = builder
    self.made = made
    leaving = LeavingLinks(nodeCount: made.points.count, made.links)
    counts = builder.summary.restrictions
  }

  mutating func run() {
    if builder.restrictions.isEmpty { return }
    for (position, way) in builder.ways.enumerated() { wayPositions[way.id] = position }
    for restriction in builder.restrictions {
      do {
        try add(restriction)
        counts.applied += 1
      } catch {
        switch error {
        case .outside: counts.outside += 1
        case .broken: counts.broken += 1
        }
      }
    }
  }

  /// In the order of their links.
  var paths: [StreetGraph.ForbiddenPath] {
    rightsByPath.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      StreetGraph.ForbiddenPath(links: $0.key, rights: $0.value)
    }
  }

  private func tail(_ link: DirectedLink) -> Int32 { made.links.tail(of: link) }

  private func head(_ link: DirectedLink) -> Int32 { made.links.head(of: link) }

  /// The directed links of a way, both directions.
  private func links(_ way: Int64) throws(Problem) -> [DirectedLink] {
    guard let position = wayPositions[way] else { throw .outside }
    let range = made.wayLinks[position]..<made.wayLinks[position + 1]
    return range.flatMap {
      [DirectedLink($0, isBackward: false), DirectedLink($0, isBackward: true)]
    }
  }

  private mutating func add(_ restriction: StreetGraphBuilder.Restriction) throws(Problem) {
    var found: [(from: DirectedLink, via: [DirectedLink], to: DirectedLink)] = []
    for from in restriction.from {
      for to in restriction.to {
        found.append(try path(from, to, restriction))
      }
    }
    for (from, via, to) in found {
      let end = via.last ?? from
      for rule in restriction.rules {
        let ends = rule.isOnly ? leaving[Int(head(end))].filter { $0 != to } : [to]
        for last in ends { forbid([from] + via + [last], rule.rights) }
      }
    }
  }

  private mutating func forbid(_ path: [DirectedLink], _ rights: StreetRights) {
    var rights = rights
    for right in StreetRight.allCases {
      let isClosed = path.contains { link in
        let whole = made.links[link.link]
        return (link.isBackward ? whole.backward : whole.forward)[right] == .no
      }
      if isClosed { rights.remove(StreetRights(right)) }
    }
    if !rights.isEmpty { rightsByPath[path, default: []].formUnion(rights) }
  }

  private func path(
    _ from: Int64, _ to: Int64, _ restriction: StreetGraphBuilder.Restriction
  ) throws(Problem) -> (from: DirectedLink, via: [DirectedLink], to: DirectedLink) {
    let arriving = try links(from)
    let departing = try links(to)
    if let via = restriction.viaNodes.first {
      guard let position = builder.nodes.position(via) else { throw .outside }
      let node = made.graphNodes[position]
      guard node >= 0 else { throw .outside }
      let first = try only(arriving.filter { head($0) == node })
      return (first, [], try only(departing.filter { tail($0) == node }))
    }
    for order in [restriction.viaWays, restriction.viaWays.reversed()] {
      let stretches = try stretches(order, departing)
      for first in arriving where stretches.first?[head(first)] != nil {
        var via: [DirectedLink] = []
        for row in stretches { via += row[via.last.map(head) ?? head(first)] ?? [] }
        // Whoever comes back along `via` has not come from `from`.
        guard let end = via.last, via.first != first.reversed else { continue }
        let last = try only(departing.filter { tail($0) == head(end) && $0 != end.reversed })
        return (first, via, last)
      }
    }
    throw .broken
  }

  /// The one that is meant; none or several name no path.
  private func only(_ links: [DirectedLink]) throws(Problem) -> DirectedLink {
    guard let link = links.first, links.count == 1 else { throw .broken }
    return link
  }

  /// For each of `ways` the nodes from which it and the rest can be gone through in turn to where
  /// one of `ends` begins, with the links to the nearest node where the next one goes on.
  ///
  /// From the last way to the first, each looked at once: linear in the links of all of them,
  /// where a trial of every way on from every node would double with each.
  private func stretches(
    _ ways: [Int64], _ ends: [DirectedLink]
  ) throws(Problem) -> [[Int32: ArraySlice<DirectedLink>]] {
    var stretches: [[Int32: ArraySlice<DirectedLink>]] = []
    var goals = Set(ends.map(tail))
    for way in ways.reversed() {
      let forward = try links(way).filter { !$0.isBackward }
      let found = nearest(goals, along: forward).merging(
        nearest(goals, along: forward.reversed().map(\.reversed))
      ) { forward, _ in forward }
      goals = Set(found.keys)
      stretches.append(found)
    }
    return stretches.reversed()
  }

  /// The links from each node of a row to the nearest of `goals` after it; of a node that comes
  /// twice the first place counts.
  private func nearest(
    _ goals: Set<Int32>, along row: [DirectedLink]
  ) -> [Int32: ArraySlice<DirectedLink>] {
    var found: [Int32: ArraySlice<DirectedLink>] = [:]
    var goal: Int?
    for index in row.indices.reversed() {
      // Where the way has a gap, nobody goes on.
      if index + 1 < row.count, head(row[index]) != tail(row[index + 1]) { goal = nil }
      if goals.contains(head(row[index])) { goal = index }
      found[tail(row[index])] = goal.map { row[index...$0] }
    }
    return found
  }
}

extension StreetGraphBuilder {
  /// The graph of what was added.
  ///
  /// - Throws: where the data are too large for the graph.
  public func build(source: StreetSource) throws(StreetGraphError) -> BuiltStreets {
    var made = LinkMaker(self)
    try made.run()
    var turns = RestrictionMaker(self, made)
    turns.run()
    var summary = made.summary
    summary.restrictions = turns.counts
    let graph = try StreetGraph(
      nodes: made.points, nodeBarriers: made.barriers, links: made.links,
      shapeStarts: made.shapeStarts, shapePoints: made.shapePoints, names: names.names,
      forbiddenPaths: turns.paths, source: source)
    summary.measure(graph)
    return BuiltStreets(graph: graph, summary: summary)
  }
}
