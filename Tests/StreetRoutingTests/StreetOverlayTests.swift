import TestSupport
import Testing

@testable import StreetRouting

/// Overlays against naive journeys on the streets.
struct StreetOverlayTests {
  /// The shortest times from a place of an overlay to all, by correcting them until none changes.
  private func milliseconds(_ overlay: StreetOverlay, from place: Int) -> [Int?] {
    var shortest = [Int?](repeating: nil, count: overlay.nodeCount)
    var waiting = [(node: place, milliseconds: 0)]
    while let (node, milliseconds) = waiting.popLast() {
      for arc in overlay.arcs[Int(overlay.starts[node])..<Int(overlay.starts[node + 1])] {
        let (head, sum) = (Int(arc.head), milliseconds + Int(arc.milliseconds))
        guard sum < shortest[head] ?? Int.max else { continue }
        shortest[head] = sum
        // No way leads over another place.
        if head >= overlay.placeCount { waiting.append((head, sum)) }
      }
    }
    return shortest
  }

  /// With a growth of −4 some nodes stay, with 20 hardly any: what is between is left to many rounds.
  @Test(
    "the shortest times between places are those on the streets, however many nodes are left",
    arguments: [[-4], [0], [-2, 0, 2], [4, 20]])
  func times(growths: [Int]) {
    var (compared, reached, nodes, all) = (0, 0, 0, 0)
    for seed in UInt64(0)..<150 {
      let streets = RandomStreets.graph(seed: seed)
      for right in StreetRight.allCases {
        let times = RandomStreets.times(streets, right)
        let network = StreetNetwork(ModeGraph(streets, right), times)
        let reference = ReferenceStreets(streets, right, times)
        var random = SeededGenerator(seed: seed)
        let places = RandomStreets.positions(streets, &random, 8)
        let overlay = StreetOverlay(
          network, seed % 5 == 0 ? places + [nil] : places, growths: growths)
        nodes += overlay.nodeCount - overlay.placeCount
        all += network.graph.nodeCount
        for (place, position) in places.enumerated() {
          let expected = reference.milliseconds(from: position, to: places)
          let found = milliseconds(overlay, from: place)
          for other in places.indices where other != place {
            #expect(found[other] == expected[other], "seed \(seed), \(right): \(place) to \(other)")
            compared += 1
            if expected[other] != nil { reached += 1 }
          }
        }
      }
    }
    #expect(compared == 25_200 && reached > 5000)
    #expect(growths == [-4] ? nodes > all / 20 : nodes < all / 2)
  }

  @Test("no arc is as long as the way over another node, unless it begins or ends at once")
  func detours() {
    var arcs = 0
    for seed in UInt64(0)..<60 {
      let streets = RandomStreets.graph(seed: seed)
      let network = StreetNetwork(
        ModeGraph(streets, .foot), RandomStreets.times(streets, .foot))
      var random = SeededGenerator(seed: seed)
      let overlay = StreetOverlay(
        network, RandomStreets.positions(streets, &random, 8), growths: [0])
      func leaving(_ node: Int32) -> ArraySlice<StreetOverlay.Arc> {
        overlay.arcs[Int(overlay.starts[Int(node)])..<Int(overlay.starts[Int(node) + 1])]
      }
      for node in 0..<Int32(overlay.nodeCount) {
        for arc in leaving(node) {
          let over = leaving(node).filter {
            Int($0.head) >= overlay.placeCount && $0.milliseconds > 0
          }.flatMap { first in
            leaving(first.head).filter { $0.head == arc.head && $0.milliseconds > 0 }.map {
              first.milliseconds + $0.milliseconds
            }
          }
          #expect(over.allSatisfy { arc.milliseconds < $0 }, "seed \(seed), from \(node)")
          arcs += 1
        }
      }
    }
    #expect(arcs > 500)
  }
}
