public import StreetRouting

/// Small street graphs full of what real ones hold: one-way streets, destination traffic, barriers,
/// forbidden paths of two to four links that overlap, bans of U-turns, parallel links, loops from a
/// node to itself, links without length, dead ends, islands. Links are named by their numbers.
public struct RandomStreets {
  private var random: SeededGenerator
  private var nodes: [StreetGraph.Point] = []
  private var barriers: [StreetRights] = []
  private var links: [StreetLink] = []
  private var shapes: [[StreetGraph.Point]] = []
  private var paths: [StreetGraph.ForbiddenPath] = []

  /// - Parameter seed: the same seed gives the same graph.
  public static func graph(seed: UInt64) -> StreetGraph {
    var streets = RandomStreets(random: SeededGenerator(seed: seed))
    streets.addGrid()
    streets.addOddities()
    streets.addForbiddenPaths()
    let starts = streets.shapes.reduce(into: [Int32(0)]) { starts, shape in
      starts.append(starts[starts.count - 1] + Int32(shape.count))
    }
    do throws(StreetGraphError) {
      return try StreetGraph(
        nodes: streets.nodes, nodeBarriers: streets.barriers, links: streets.links,
        shapeStarts: starts, shapePoints: streets.shapes.flatMap { $0 },
        names: [""] + streets.links.indices.map { "\($0)" },
        forbiddenPaths: streets.paths, source: StreetSource(name: "random \(seed)"))
    } catch {
      preconditionFailure("generated streets are no graph: \(error)")
    }
  }

  private init(random: SeededGenerator) {
    self.random = random
  }

  private mutating func isOne(in count: UInt64) -> Bool { random.next() % count == 0 }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func addNode(_ x: Int, _ y: Int) {
    nodes.append(
      StreetGraph.Point(
        latitude: Int32(508_000_000 + 10_000 * y + number(-3000...3000)),
        longitude: Int32(43_000_000 + 15_000 * x + number(-3000...3000))))
    barriers.append(isOne(in: 10) ? [.car, .bicycle] : isOne(in: 20) ? .all : [])
  }

  private mutating func addLink(_ from: Int, _ to: Int) {
    let destination = isOne(in: 5)
    func access(_ random: inout SeededGenerator) -> StreetAccess {
      let mixed = random.next() % 12
      return mixed == 0 ? .no : destination != (mixed == 1) ? .destination : .yes
    }
    func passage(_ random: inout SeededGenerator) -> Passage {
      Passage(
        carSpeedTenths: UInt16.random(in: 0...1300, using: &random),
        bicyclePercent: [Passage.pushed, 50, 100].randomElement(using: &random) ?? 100,
        footPercent: [40, 100].randomElement(using: &random) ?? 100,
        foot: access(&random), bicycle: access(&random), car: access(&random))
    }
    let forward = passage(&random)
    var backward = isOne(in: 5) ? passage(&random) : forward
    if isOne(in: 6) { backward[.car] = .no }
    links.append(
      StreetLink(
        from: Int32(from), to: Int32(to),
        lengthCentimeters: isOne(in: 10) ? 0 : Int32(number(1...20_000)),
        name: Int32(links.count + 1),
        roadClass: isOne(in: 30) ? .ferry : .residential, forward: forward, backward: backward))
    shapes.append(
      (0..<[0, 0, 0, 1, 3][number(0...4)]).map { _ in
        StreetGraph.Point(
          latitude: nodes[from].latitude + Int32(number(-9000...9000)),
          longitude: nodes[from].longitude + Int32(number(-9000...9000)))
      })
  }

  private mutating func addGrid() {
    let (width, height) = (number(2...4), number(2...4))
    for y in 0..<height { for x in 0..<width { addNode(x, y) } }
    for y in 0..<height {
      for x in 0..<width {
        if x + 1 < width, !isOne(in: 8) { addLink(y * width + x, y * width + x + 1) }
        if y + 1 < height, !isOne(in: 8) { addLink(y * width + x, (y + 1) * width + x) }
      }
    }
  }

  /// Dead ends, loops, parallel links, and an island.
  private mutating func addOddities() {
    let count = nodes.count
    for _ in 0..<number(0...3) {
      addNode(number(0...4), number(0...4))
      addLink(number(0...count - 1), nodes.count - 1)
    }
    for _ in 0..<number(0...2) {
      let node = number(0...count - 1)
      addLink(node, node)
    }
    for _ in 0..<number(0...2) where !links.isEmpty {
      let link = links[number(0...links.count - 1)]
      addLink(Int(link.to), Int(link.from))
    }
    if isOne(in: 2) {
      addNode(6, 6)
      addNode(7, 6)
      addLink(nodes.count - 2, nodes.count - 1)
    }
  }

  private mutating func addForbiddenPaths() {
    guard !links.isEmpty else { return }
    let longest = number(2...4)
    for _ in 0..<number(0...8) {
      var path = [DirectedLink(number(0...links.count - 1), isBackward: isOne(in: 2))]
      // Some begin as others do, or within them.
      if let other = paths.randomElement(using: &random), isOne(in: 2) {
        path = Array(other.links.dropFirst(number(0...1)).dropLast())
      }
      let wanted = max(path.count + 1, number(2...longest))
      while path.count < min(wanted, longest), let last = path.last {
        let end = last.isBackward ? links[last.link].from : links[last.link].to
        let next = links.indices.flatMap { link in
          [false, true].map { DirectedLink(link, isBackward: $0) }
        }.filter { ($0.isBackward ? links[$0.link].to : links[$0.link].from) == end }
        path.append(
          isOne(in: 4) ? last.reversed : next.randomElement(using: &random) ?? last.reversed)
      }
      guard path.count >= 2 else { continue }
      paths.append(.init(links: path, rights: isOne(in: 3) ? .car : .all))
    }
  }
}
