/// The links that touch each node, in the direction away from it, whether anyone may use them or not.
public struct LeavingLinks: Sendable, Equatable {
  /// Those of node `n` are `links[starts[n]..<starts[n + 1]]`.
  private let starts: [Int32]
  private let links: [DirectedLink]

  /// - Parameter links: their ends are nodes below `nodeCount`.
  public init(nodeCount: Int, _ links: [StreetLink]) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for link in links {
      starts[Int(link.from) + 1] += 1
      starts[Int(link.to) + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var rows = [DirectedLink](repeating: DirectedLink(raw: 0), count: 2 * links.count)
    for (index, link) in links.enumerated() {
      rows[Int(next[Int(link.from)])] = DirectedLink(index, isBackward: false)
      next[Int(link.from)] += 1
      rows[Int(next[Int(link.to)])] = DirectedLink(index, isBackward: true)
      next[Int(link.to)] += 1
    }
    self.starts = starts
    self.links = rows
  }

  public subscript(node: Int) -> ArraySlice<DirectedLink> {
    links[Int(starts[node])..<Int(starts[node + 1])]
  }
}

extension [StreetLink] {
  /// The node where a directed link begins.
  public func tail(of link: DirectedLink) -> Int32 {
    link.isBackward ? self[link.link].to : self[link.link].from
  }

  /// The node where a directed link ends.
  public func head(of link: DirectedLink) -> Int32 {
    link.isBackward ? self[link.link].from : self[link.link].to
  }
}
