import Geography
import StreetRouting

/// Cuts ways at junctions and lays the pieces out as links.
struct LinkMaker {
  let builder: StreetGraphBuilder
  var summary: StreetSummary
  /// By position in the node table.
  private var isJunction: [Bool]
  /// Runs of nodes that are present, in `builder.refs`, way by way.
  private var pieces: [(way: Int, range: Range<Int>)] = []

  private(set) var points: [StreetGraph.Point] = []
  private(set) var barriers: [StreetRights] = []
  /// The graph's node of a position in the node table, -1 where there is none.
  private(set) var graphNodes: [Int32]
  private(set) var links: [StreetLink] = []
  private(set) var shapeStarts: [Int32] = [0]
  private(set) var shapePoints: [StreetGraph.Point] = []
  /// Links of way `w`, in its order, are `wayLinks[w]..<wayLinks[w + 1]`.
  private(set) var wayLinks: [Int] = [0]

  init(_ builder: StreetGraphBuilder) {
    self.builder = builder
    summary = builder.summary
    isJunction = Array(repeating: false, count: builder.nodes.ids.count)
    graphNodes = Array(repeating: -1, count: builder.nodes.ids.count)
  }

  mutating func run() throws(StreetGraphError) {
    findPieces()
    findJunctions()
    splitLoops()
    numberNodes()
    for (index, piece) in pieces.enumerated() {
      while wayLinks.count <= piece.way { wayLinks.append(links.count) }
      try addLinks(pieces[index].range, builder.ways[piece.way])
    }
    while wayLinks.count <= builder.ways.count { wayLinks.append(links.count) }
    applyBarriersForSome()
  }

  private mutating func findPieces() {
    let isPresent = builder.nodes.isPresent
    summary.nodesMissing = isPresent.count { !$0 }
    for (index, way) in builder.ways.enumerated() {
      var start = way.start
      var kept = 0
      for position in way.start...way.end {
        let ends = position == way.end || !isPresent[Int(builder.refs[position])]
        guard ends else { continue }
        if position - start >= 2 {
          pieces.append((index, start..<position))
          kept += position - start
        }
        start = position + 1
      }
      if kept == 0 {
        summary.waysLost += 1
      } else if kept < way.end - way.start {
        summary.waysCut += 1
      }
    }
  }

  private mutating func findJunctions() {
    var isUsed = [Bool](repeating: false, count: isJunction.count)
    for piece in pieces {
      for position in piece.range {
        let node = Int(builder.refs[position])
        if isUsed[node] { isJunction[node] = true }
        isUsed[node] = true
      }
      isJunction[Int(builder.refs[piece.range.lowerBound])] = true
      isJunction[Int(builder.refs[piece.range.upperBound - 1])] = true
    }
    for node in builder.nodes.barriers.keys where isUsed[Int(node)] {
      isJunction[Int(node)] = true
    }
    for restriction in builder.restrictions {
      for via in restriction.viaNodes {
        if let node = builder.nodes.position(via), isUsed[node] { isJunction[node] = true }
      }
    }
  }

  /// Ranges of `refs` from one junction to the next.
  private func cuts(_ piece: Range<Int>) -> [ClosedRange<Int>] {
    var cuts: [ClosedRange<Int>] = []
    var start = piece.lowerBound
    for position in piece.dropFirst() where isJunction[Int(builder.refs[position])] {
      cuts.append(start...position)
      start = position
    }
    return cuts
  }

  /// A piece that comes back to where it began gets a junction in its middle.
  private mutating func splitLoops() {
    for piece in pieces {
      for cut in cuts(piece.range)
      where cut.count > 2 && builder.refs[cut.lowerBound] == builder.refs[cut.upperBound] {
        isJunction[Int(builder.refs[(cut.lowerBound + cut.upperBound) / 2])] = true
      }
    }
  }

  private mutating func numberNodes() {
    for node in isJunction.indices where isJunction[node] {
      graphNodes[node] = Int32(points.count)
      points.append(builder.nodes.places[node])
      barriers.append(builder.nodes.barriers[Int32(node)]?.blocked ?? [])
    }
  }

  private mutating func addLinks(
    _ piece: Range<Int>, _ way: StreetGraphBuilder.Way
  ) throws(StreetGraphError) {
    let profile = builder.profiles[Int(way.profile)]
    let cuts = cuts(piece)
    let lengths = cuts.map(meters)
    var forward = profile.forward
    var backward = profile.backward
    // What is left of a ferry that the extract cuts says nothing of how long the whole one is.
    if let seconds = profile.crossingSeconds, piece == way.start..<way.end {
      let speed = FerryRule.speedTenths(meters: lengths.reduce(0, +), seconds: seconds)
      forward.carSpeedTenths = speed
      backward.carSpeedTenths = speed
    }
    for (cut, length) in zip(cuts, lengths) {
      for position in cut.dropFirst().dropLast() {
        shapePoints.append(builder.nodes.places[Int(builder.refs[position])])
      }
      guard let end = Int32(exactly: shapePoints.count), links.count < Int32.max / 2 else {
        throw StreetGraphError(description: "more than 2^30 links or 2^31 points of geometry")
      }
      shapeStarts.append(end)
      links.append(
        StreetLink(
          from: graphNodes[Int(builder.refs[cut.lowerBound])],
          to: graphNodes[Int(builder.refs[cut.upperBound])],
          lengthCentimeters: Int32(clamping: Int((length * 100).rounded())), name: way.name,
          roadClass: profile.roadClass, forward: forward, backward: backward))
    }
  }

  private func meters(_ cut: ClosedRange<Int>) -> Double {
    var length = 0.0
    var last = builder.nodes.places[Int(builder.refs[cut.lowerBound])].coordinate
    for position in cut.dropFirst() {
      let next = builder.nodes.places[Int(builder.refs[position])].coordinate
      length += last.distanceMeters(to: next)
      last = next
    }
    return length
  }

  /// Streets that end at a private gate are for those who begin or end on them.
  ///
  /// On both sides of it: which side is public the gate does not say, and before it one comes to
  /// nothing else.
  private mutating func applyBarriersForSome() {
    var caps: [Int32: StreetRights] = [:]
    for (node, passing) in builder.nodes.barriers where !passing.onlyDestination.isEmpty {
      caps[graphNodes[Int(node)]] = passing.onlyDestination
    }
    caps[-1] = nil
    if caps.isEmpty { return }
    for index in links.indices {
      let rights = (caps[links[index].from] ?? []).union(caps[links[index].to] ?? [])
      for right in StreetRight.allCases where rights.contains(right) {
        let forward = links[index].forward[right]
        let backward = links[index].backward[right]
        links[index].forward[right] = min(forward, .destination)
        links[index].backward[right] = min(backward, .destination)
      }
    }
  }
}
