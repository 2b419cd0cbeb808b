import Geography
import TestSupport
import Testing

@testable import StreetRouting

/// Searches on the plain graph of a mode against journeys found naively on the streets.
struct ReferenceAgreementTests {
  static let seeds = UInt64(0)..<150

  @Test("what is connected and what is for through traffic equals the naive finding")
  func layers() {
    var (connected, demoted, islands) = (0, 0, 0)
    for seed in Self.seeds {
      let streets = RandomStreets.graph(seed: seed)
      for right in StreetRight.allCases {
        let layers = StreetLayers(streets, right, StateGraph(streets, right))
        let reference = ReferenceStreets(streets, right, RandomStreets.times(streets, right))
        #expect(layers.isConnected == reference.isConnected, "seed \(seed), \(right)")
        #expect(layers.isThrough == reference.isThrough, "seed \(seed), \(right)")
        connected += layers.isConnected.count { $0 }
        for raw in layers.isConnected.indices {
          let access = streets.passage(DirectedLink(raw: Int32(raw)))[right]
          if access == .yes, !layers.isThrough[raw] { demoted += 1 }
          if access != .no, !layers.isConnected[raw] { islands += 1 }
        }
      }
    }
    #expect(connected > 5000 && demoted > 200 && islands > 200)
  }

  @Test("forward and backward searches equal the naive ones between random positions")
  func pairs() {
    var (compared, reached) = (0, 0)
    for seed in Self.seeds {
      let streets = RandomStreets.graph(seed: seed)
      for right in StreetRight.allCases {
        let times = RandomStreets.times(streets, right)
        let network = StreetNetwork(ModeGraph(streets, right), times)
        let reference = ReferenceStreets(streets, right, times)
        var random = SeededGenerator(seed: seed)
        let goals = RandomStreets.positions(streets, &random, 12)
        let origins = RandomStreets.positions(streets, &random, 3)
        for origin in origins {
          let expected = reference.milliseconds(from: origin, to: goals)
          for (goal, expected) in zip(goals, expected) {
            let forward = Trip.milliseconds(network, .forward, from: origin, to: goal)
            let backward = Trip.milliseconds(network, .backward, from: origin, to: goal)
            #expect(forward == expected, "seed \(seed), \(right): \(origin) to \(goal)")
            #expect(backward == expected, "seed \(seed), \(right): \(origin) to \(goal)")
            compared += 1
            if expected != nil { reached += 1 }
          }
        }
      }
    }
    #expect(compared > 15_000 && reached > 7500)
  }
}
