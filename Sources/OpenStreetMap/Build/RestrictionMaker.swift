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
      for first in arriving {
        if let via = try through(order, head(first), departing) {
          // Whoever comes back along `via` has not come from `from`.
          guard via.first != first.reversed, let end = via.last else { continue }
          let last = try only(departing.filter { tail($0) == head(end) && $0 != end.reversed })
          return (first, via, last)
        }
      }
    }
    throw .broken
  }

  /// The one that is meant; none or several name no path.
  private func only(_ links: [DirectedLink]) throws(Problem) -> DirectedLink {
    guard let link = links.first, links.count == 1 else { throw .broken }
    return link
  }

  /// The links of `ways` in turn from `node` on to where one of `ends` begins.
  private func through(
    _ ways: [Int64], _ node: Int32, _ ends: [DirectedLink]
  ) throws(Problem) -> [DirectedLink]? {
    guard let way = ways.first else { return [] }
    let rest = Array(ways.dropFirst())
    let next = rest.isEmpty ? ends : try links(rest[0])
    let goals = Set(next.map(tail))
    for isBackward in [false, true] {
      let row = try links(way).filter { $0.isBackward == isBackward }
      let ordered = isBackward ? row.reversed() : row
      guard let start = ordered.firstIndex(where: { tail($0) == node }) else { continue }
      var path: [DirectedLink] = []
      for link in ordered[start...] {
        guard path.isEmpty || path.last.map(head) == tail(link) else { break }
        path.append(link)
        if goals.contains(head(link)), let more = try through(rest, head(link), ends) {
          return path + more
        }
      }
    }
    return nil
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
