import TestSupport
import Testing

@testable import StreetRouting

struct TurnAutomatonTests {
  @Test("a link may be driven unless a forbidden path ends with it")
  func equalsSuffixes() {
    var (allowed, forbidden) = (0, 0)
    for seed in UInt64(0)..<2000 {
      var random = SeededGenerator(seed: seed)
      // Three links only, so that paths overlap, hold one another and repeat themselves.
      func link() -> DirectedLink { DirectedLink(raw: Int32.random(in: 0..<3, using: &random)) }
      let paths = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<Int.random(in: 2...5, using: &random)).map { _ in link() }
      }
      let automaton = TurnAutomaton(paths)
      var (state, driven) = (TurnAutomaton.fresh, [DirectedLink]())
      for _ in 0..<40 {
        let next = link()
        let isForbidden = paths.contains { (driven + [next]).suffix($0.count) == $0[...] }
        let following = automaton.next(state, next)
        #expect((following == nil) == isForbidden, "seed \(seed): \(next) after \(driven)")
        guard let following else {
          forbidden += 1
          continue
        }
        allowed += 1
        #expect(automaton.isAllowed(following))
        if following != TurnAutomaton.fresh { #expect(automaton.lastLinks[following] == next) }
        (state, driven) = (following, driven + [next])
      }
    }
    #expect(allowed > 40_000 && forbidden > 5_000)
  }

  @Test("states are the beginnings of paths, without those that are forbidden themselves")
  func states() {
    func links(_ raws: Int32...) -> [DirectedLink] { raws.map { DirectedLink(raw: $0) } }
    // 0 2 4 and 0 2 6: the empty path, 0, 0 2, and the two whole ones.
    let automaton = TurnAutomaton([links(0, 2, 4), links(0, 2, 6)])
    #expect(automaton.stateCount == 5)
    #expect((0..<5).filter(automaton.isAllowed) == [0, 1, 2])
    #expect(TurnAutomaton([[DirectedLink]]()).stateCount == 1)
  }
}
