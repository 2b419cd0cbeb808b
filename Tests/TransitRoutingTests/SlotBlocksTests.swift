import TestSupport
import Testing

@testable import TransitRouting

struct SlotBlocksTests {
  /// An element is the number of its turn; a list that was given back leaves its blocks to others.
  @Test("every list holds what was appended to it, in whatever order lists are emptied")
  func lists() {
    var random = SeededGenerator(seed: 1)
    var blocks = SlotBlocks()
    blocks.reset(slotCount: 20)
    var elements: [Int] = []
    var expected = [[Int]](repeating: [], count: 20)
    var (appended, mostRoom) = (0, 0)
    for turn in 0..<4000 {
      let slot = Int.random(in: 0..<20, using: &random)
      if turn % 50 == 49 {
        let list = blocks.take(slot)
        var found: [Int] = []
        blocks.forEachRange(list) { range in found = Array(elements[range]) + found }
        #expect(found == expected[slot], "turn \(turn)")
        expected[slot] = []
        blocks.giveBack(list)
        #expect(blocks.take(slot) == 0)
      } else {
        let room = blocks.makeRoom(for: 1)
        mostRoom = max(mostRoom, room)
        elements.append(contentsOf: repeatElement(-1, count: max(0, room - elements.count)))
        let position = append(&blocks, to: slot)
        elements[position] = turn
        expected[slot].append(turn)
        appended += 1
      }
    }
    // 3,920 elements were never there at once: their blocks were used again.
    #expect(appended == 3920 && mostRoom < 2000)
  }

  private func append(_ blocks: inout SlotBlocks, to slot: Int) -> Int {
    var (endStore, linkStore, room) = (blocks.ends, blocks.links, blocks.room)
    defer { (blocks.ends, blocks.links, blocks.room) = (endStore, linkStore, room) }
    var ends = endStore.mutableSpan
    var links = linkStore.mutableSpan
    return SlotBlocks.append(to: slot, &ends, &links, &room)
  }
}
