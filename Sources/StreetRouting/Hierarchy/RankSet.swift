/// A set of ranks that is filled by climbing the elimination tree and emptied in ascending order.
struct RankSet: Sendable {
  private var words: [UInt64]

  init(count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// Inserts a rank and its ancestors.
  mutating func insertAncestors(of rank: Int32, _ parents: [Int32]) {
    var rank = rank
    while rank >= 0 {
      let bit = UInt64(1) << UInt64(rank & 63)
      if words[Int(rank) >> 6] & bit != 0 { return }
      words[Int(rank) >> 6] |= bit
      rank = parents[Int(rank)]
    }
  }

  /// Appends all ranks, the lowest first, and empties the set.
  mutating func drain(into ranks: inout [Int32]) {
    for index in words.indices where words[index] != 0 {
      var word = words[index]
      words[index] = 0
      while word != 0 {
        ranks.append(Int32(index * 64 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
  }
}
