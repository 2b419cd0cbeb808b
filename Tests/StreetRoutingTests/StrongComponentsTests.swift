import TestSupport
import Testing

@testable import StreetRouting

struct StrongComponentsTests {
  @Test("two nodes share a component where each can be reached from the other, and only there")
  func equalsReachability() {
    for seed in UInt64(0)..<500 {
      let (firstArcs, heads, isOpen) = graph(seed)
      let components = StrongComponents(firstArcs: firstArcs, heads: heads) { isOpen[$0] }
      let count = firstArcs.count - 1
      var reaches = (0..<count).map { node in (0..<count).map { $0 == node } }
      for tail in 0..<count {
        for arc in Int(firstArcs[tail])..<Int(firstArcs[tail + 1]) where isOpen[arc] {
          reaches[tail][Int(heads[arc])] = true
        }
      }
      // Warshall 1962.
      for middle in 0..<count {
        for from in 0..<count where reaches[from][middle] {
          for to in 0..<count where reaches[middle][to] { reaches[from][to] = true }
        }
      }
      for from in 0..<count {
        let together = (0..<count).filter { reaches[from][$0] && reaches[$0][from] }
        #expect(components.sizes[Int(components.ofNode[from])] == Int32(together.count))
        for to in 0..<count {
          let isTogether = components.ofNode[from] == components.ofNode[to]
          #expect(isTogether == together.contains(to), "seed \(seed): \(from), \(to)")
          // They are numbered from the last to the first, which `StreetParts` relies on.
          if reaches[from][to] { #expect(components.ofNode[from] >= components.ofNode[to]) }
        }
      }
    }
  }

  @Test("a chain of 300,000 nodes needs no recursion")
  func longChain() {
    let count: Int32 = 300_000
    // Each node leads to the next one, the last to the first: one component.
    let ring = StrongComponents(
      firstArcs: Array(0...count), heads: (0..<count).map { ($0 + 1) % count }
    ) { _ in true }
    #expect(ring.sizes == [count])
    // Without the arc that closes the ring, each is alone.
    let chain = StrongComponents(
      firstArcs: Array(0...count), heads: (0..<count).map { ($0 + 1) % count }
    ) { $0 != Int(count) - 1 }
    #expect(chain.sizes.count == Int(count) && chain.ofNode.first == count - 1)
  }

  private func graph(_ seed: UInt64) -> (firstArcs: [Int32], heads: [Int32], isOpen: [Bool]) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...20, using: &random)
    var firstArcs: [Int32] = [0]
    var heads: [Int32] = []
    for _ in 0..<count {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        heads.append(Int32.random(in: 0..<Int32(count), using: &random))
      }
      firstArcs.append(Int32(heads.count))
    }
    return (firstArcs, heads, heads.map { _ in random.next() % 5 != 0 })
  }
}
