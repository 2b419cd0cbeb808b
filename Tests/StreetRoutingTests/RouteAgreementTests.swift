import Geography
import TestSupport
import Testing

@testable import StreetRouting

/// Matrices over a hierarchy, and ways as geometry, against journeys found naively.
struct RouteAgreementTests {
  @Test("a matrix over a hierarchy holds the naive times, re-weighted too")
  func matrices() async {
    var reached = 0
    for seed in UInt64(0)..<60 {
      let streets = RandomStreets.graph(seed: seed)
      let graph = ModeGraph(streets, .car)
      let hierarchy = await graph.hierarchy(threads: 2)
      var random = SeededGenerator(seed: seed)
      let places = RandomStreets.positions(streets, &random, 8)
      let free = LinkTimes(carOn: streets)
      var weights = HierarchyWeights(
        hierarchy, milliseconds: StreetNetwork(graph, free).arcMilliseconds)
      for times in [free, LinkTimes(carOn: streets) { 1 + Double($0.raw % 3) / 2 }] {
        let network = StreetNetwork(graph, times)
        weights.customize(network.arcMilliseconds)
        let reference = ReferenceStreets(streets, .car, times)
        let expected = places.map { reference.milliseconds(from: $0, to: places) }
        var rows: [[Int?]] = []
        await StreetMatrix(network, weights, to: places).forEachRow(from: places, threads: 2) {
          rows.append($1.map { $0 >= StreetMatrix.unreachable ? nil : Int($0) })
        }
        #expect(rows == expected, "seed \(seed)")
        reached += rows.joined().count { $0 != nil }
      }
    }
    #expect(reached > 3000)
  }

  @Test("a route takes the naive time, over links that may follow one another, from end to end")
  func routes() throws {
    var found = 0
    for seed in UInt64(0)..<100 {
      let streets = RandomStreets.graph(seed: seed)
      for right in StreetRight.allCases {
        let times = RandomStreets.times(streets, right)
        let network = StreetNetwork(ModeGraph(streets, right), times)
        let reference = ReferenceStreets(streets, right, times)
        var search = StreetSearch(nodeCount: network.graph.nodeCount)
        var random = SeededGenerator(seed: seed)
        let places = RandomStreets.positions(streets, &random, 5)
        for origin in places {
          for (goal, expected) in zip(places, reference.milliseconds(from: origin, to: places)) {
            let route = network.route(
              from: origin, to: goal, limitMilliseconds: .max - 1, using: &search)
            #expect(route.map { Int($0.milliseconds) } == expected, "seed \(seed), \(right)")
            guard let route else { continue }
            found += 1
            try check(route, from: origin, to: goal, streets, right)
            // The limit is exact, too.
            for (limit, isWithin) in [(route.milliseconds, true), (route.milliseconds - 1, false)] {
              let bounded = network.milliseconds(
                from: origin, to: goal, limitMilliseconds: limit, using: &search)
              #expect(bounded == (isWithin ? route.milliseconds : nil), "seed \(seed), \(right)")
            }
          }
        }
      }
    }
    #expect(found > 3000)
  }

  @Test("one search gives the ways to many, and those from many, that are found one by one")
  func paths() {
    var found = 0
    for seed in UInt64(0)..<60 {
      let streets = RandomStreets.graph(seed: seed)
      let times = RandomStreets.times(streets, .car)
      let network = StreetNetwork(ModeGraph(streets, .car), times)
      let reference = ReferenceStreets(streets, .car, times)
      var search = StreetSearch(nodeCount: network.graph.nodeCount)
      var random = SeededGenerator(seed: seed)
      let places = RandomStreets.positions(streets, &random, 6)
      let expected = places.map { reference.milliseconds(from: $0, to: places) }
      for direction in [StreetDirection.forward, .backward] {
        for (fixed, position) in places.enumerated() {
          var rows = [Int?](repeating: nil, count: places.count)
          network.paths(
            direction, position, places, limitMilliseconds: .max - 1, using: &search
          ) { other, path in
            found += 1
            rows[other] = Int(path.milliseconds)
            let ends = direction == .forward ? (position, places[other]) : (places[other], position)
            #expect((path.origin, path.destination) == ends)
            #expect(path.stretches.first?.link.link == ends.0.link)
            #expect(path.stretches.last?.link.link == ends.1.link)
            for (before, after) in zip(path.stretches, path.stretches.dropFirst()) {
              #expect(streets.head(of: before.link) == streets.tail(of: after.link))
            }
            let milliseconds = path.stretches.reduce(0.0) {
              $0 + Double(times.milliseconds[Int($1.link.raw)]) * $1.share
            }
            #expect(abs(milliseconds - Double(path.milliseconds)) <= 2)
          }
          #expect(
            rows
              == places.indices.map {
                direction == .forward ? expected[fixed][$0] : expected[$0][fixed]
              }, "seed \(seed), \(direction)")
        }
      }
    }
    #expect(found > 2000)
  }

  /// Holds what a route says against itself and the streets; their names are their numbers.
  private func check(
    _ route: StreetRoute, from origin: StreetPosition, to goal: StreetPosition,
    _ streets: StreetGraph, _ right: StreetRight
  ) throws {
    let first = try #require(route.parts.first)
    let last = try #require(route.parts.last)
    #expect(first.name == "\(origin.link)" && last.name == "\(goal.link)")
    let meters = route.parts.map(\.lengthMeters).reduce(0, +)
    #expect(abs(meters - route.lengthMeters) < 1e-6)
    // Each of the ends is rounded on its own.
    let milliseconds = route.parts.map(\.milliseconds).reduce(0, +)
    #expect(abs(milliseconds - route.milliseconds) <= 2)
    for (end, point) in [(origin, route.points.first), (goal, route.points.last)] {
      let place = RandomStreets.place(streets, end)
      #expect(try #require(point).distanceMeters(to: place) < 0.01)
    }
    // Some directions of them may follow one another; a link driven back and forth is one part.
    var driven: Set<[DirectedLink]> = [[]]
    for part in route.parts {
      let link = try #require(Int(part.name))
      var lists = driven
      driven = []
      for _ in 1...3 {
        lists = Set(lists.flatMap { streets.longer($0, by: link, right) })
        driven.formUnion(lists)
      }
    }
    #expect(!driven.isEmpty)
  }
}

extension StreetGraph {
  /// Lists of the last links driven, with one direction of another link after them.
  fileprivate func longer(
    _ driven: [DirectedLink], by link: Int, _ right: StreetRight
  ) -> [[DirectedLink]] {
    [DirectedLink(link, isBackward: false), DirectedLink(link, isBackward: true)]
      .filter { driven.isEmpty || next(after: driven, right).contains($0) }
      .map { Array((driven + [$0]).suffix(3)) }
  }
}
