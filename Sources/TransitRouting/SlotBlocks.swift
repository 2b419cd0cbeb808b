/// Where the elements of lists stand, one list for each slot: in blocks, so that a list is read in one
/// go; those that are given back are used again, or the memory would not stay in the processor's cache.
struct SlotBlocks: Sendable {
  /// Which blocks are taken.
  struct Room: Sendable {
    fileprivate(set) var used = 0
    /// The last block that was given back; each one names the one before it.
    fileprivate var free: Int32 = -1
  }

  static var length: Int { 16 }

  /// For each slot the position after its last element; 0 where it has none.
  var ends: [Int32] = []
  /// For each block where the one before it ends.
  var links: [Int32] = []
  var room = Room()

  mutating func reset(slotCount: Int) {
    ends.fill(0, count: slotCount)
    room = Room()
  }

  /// - Returns: how many positions there may be after so many elements more.
  mutating func makeRoom(for more: Int) -> Int {
    // Only the first element of a slot and every sixteenth after it take a block.
    let blocks = min(more, ends.count + more / Self.length)
    links.makeRoom(for: room.used + blocks, 0)
    return (room.used + blocks) * Self.length
  }

  /// The position of one more element.
  @inline(__always)
  static func append(
    to slot: Int, _ ends: inout MutableSpan<Int32>, _ links: inout MutableSpan<Int32>,
    _ room: inout Room
  ) -> Int {
    let end = ends[slot]
    var position = Int(end)
    if position & (length &- 1) == 0 {
      var block = Int(room.free)
      if block >= 0 {
        room.free = links[block]
      } else {
        block = room.used
        room.used &+= 1
      }
      links[block] = end
      position = block &* length
    }
    ends[slot] = Int32(truncatingIfNeeded: position &+ 1)
    return position
  }

  /// Empties a list, whose blocks stay taken.
  mutating func take(_ slot: Int) -> Int32 {
    defer { ends[slot] = 0 }
    return ends[slot]
  }

  /// The positions of a list that was taken, the last ones first.
  @inline(__always)
  func forEachRange(_ list: Int32, _ body: (Range<Int>) -> Void) {
    var end = Int(list)
    while end > 0 {
      let block = (end &- 1) / Self.length
      body(block &* Self.length..<end)
      end = Int(links[block])
    }
  }

  mutating func giveBack(_ list: Int32) {
    var end = list
    while end > 0 {
      let block = (Int(end) - 1) / Self.length
      end = links[block]
      links[block] = room.free
      room.free = Int32(block)
    }
  }
}
