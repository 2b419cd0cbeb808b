import TestSupport
import Testing

@testable import StreetRouting

/// Bounds of searches.
struct StreetSearchTests {
  @Test(
    "within a limit times are those without one, at the limit too; beyond it there are none",
    arguments: [StreetDirection.forward, .backward])
  func limits(direction: StreetDirection) {
    var (within, beyond) = (0, 0)
    for seed in UInt64(0)..<150 {
      let streets = RandomStreets.graph(seed: seed)
      let network = StreetNetwork(ModeGraph(streets, .car), LinkTimes(carOn: streets))
      let count = network.graph.nodeCount
      guard count > 0 else { continue }
      var random = SeededGenerator(seed: seed)
      let ends = (0..<2).map { index in
        GraphEnd(
          node: Int32.random(in: 0..<Int32(count), using: &random), milliseconds: Int32(index * 900)
        )
      }
      var whole = StreetSearch(nodeCount: count)
      whole.run(network, direction, from: ends, limitMilliseconds: .max - 1)
      let times = (0..<Int32(count)).map { whole.milliseconds(at: $0) }
      #expect(
        whole.settled.map { times[Int($0)] } == times.filter { $0 < .max }.sorted(), "seed \(seed)")
      // One search does them all, so that nothing of one run is left in the next.
      var bounded = StreetSearch(nodeCount: count)
      for exact in whole.settled.map({ times[Int($0)] }).shuffled(using: &random).prefix(5) {
        for limit in [exact, exact - 1] where limit >= 0 {
          bounded.run(network, direction, from: ends, limitMilliseconds: limit)
          for node in 0..<Int32(count) {
            let expected = times[Int(node)] <= limit ? times[Int(node)] : StreetSearch.unreachable
            #expect(bounded.milliseconds(at: node) == expected, "seed \(seed), limit \(limit)")
            if expected < .max { within += 1 } else { beyond += 1 }
          }
        }
      }
    }
    #expect(within > 5000 && beyond > 5000)
  }

  @Test("links of the longest time do not overflow: 22 of 100,000 s are beyond 2^31 ms")
  func overflow() throws {
    // A straight street of 30 links, each of 20,000 km, both ways.
    let passage = Passage(foot: .yes)
    let links = (0..<30).map { index in
      StreetLink(
        from: Int32(index), to: Int32(index + 1), lengthCentimeters: 2_000_000_000,
        roadClass: .path, forward: passage, backward: passage)
    }
    let streets = try StreetGraph(
      nodes: (0...30).map { .init(latitude: 0, longitude: Int32($0)) },
      nodeBarriers: Array(repeating: [], count: 31), links: links,
      shapeStarts: Array(repeating: 0, count: 31), shapePoints: [], names: [""],
      forbiddenPaths: [], source: StreetSource(name: "long"))
    let network = StreetNetwork(
      ModeGraph(streets, .foot), LinkTimes(streets, .walk, speedKilometersPerHour: 0.001))
    #expect(network.times.milliseconds.allSatisfy { $0 == 100_000_000 })
    var search = StreetSearch(nodeCount: network.graph.nodeCount)
    search.run(
      network, .forward, from: [GraphEnd(node: 0, milliseconds: 0)], limitMilliseconds: .max - 1)
    // 2^31 ms / 10^8 ms = 21.47: the first node and 21 others.
    #expect(search.settled.count == 22)
    let far = StreetPosition(
      link: 0, fraction: 1, place: streets.nodes[1].coordinate, offStreetMeters: .infinity)
    #expect(network.offStreetMilliseconds(far) == LinkTimes.maximumMilliseconds)
    #expect(network.departures(far).map(\.milliseconds).max() == 200_000_000)
  }
}
