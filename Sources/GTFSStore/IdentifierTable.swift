/// Gives each id of an entity an integer, by first appearance, and remembers which ids a row
/// defines and where the others were first referred to.
struct IdentifierTable {
  struct Place {
    var file: Int32
    var field: Int32
    var line: Int32
  }

  /// The key of the first id; keys go up by one.
  let firstKey: Int
  private var text: [UInt8] = []
  /// Id `i` is `text[ends[i - 1]..<ends[i]]`.
  private var ends: [Int] = []
  private var isDefined: [Bool] = []
  private var firstReferences: [Place] = []
  /// Open addressing; -1 is empty. The capacity is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)
  /// Hash values differ from process to process, so that no feed can choose them to collide.
  private let seed = UInt64.random(in: .min ... .max)

  init(firstKey: Int) {
    self.firstKey = firstKey
  }

  var count: Int { ends.count }

  mutating func define(_ id: Span<UInt8>) -> (key: Int, isNew: Bool) {
    let index = intern(id, Place(file: -1, field: -1, line: -1))
    let isNew = !isDefined[index]
    isDefined[index] = true
    return (firstKey + index, isNew)
  }

  mutating func refer(_ id: Span<UInt8>, from place: Place) -> Int {
    firstKey + intern(id, place)
  }

  /// Ids that were referred to and never defined.
  var undefined: [(id: String, place: Place)] {
    isDefined.indices.filter { !isDefined[$0] }.map { (self[$0], firstReferences[$0]) }
  }

  /// The id at a position, as text.
  subscript(index: Int) -> String {
    String(decoding: text[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  private mutating func intern(_ id: Span<UInt8>, _ place: Place) -> Int {
    if 2 * (ends.count + 1) > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash(id)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), id) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ends.count)
    for index in id.indices { text.append(id[index]) }
    ends.append(text.count)
    isDefined.append(false)
    firstReferences.append(place)
    return ends.count - 1
  }

  private func equals(_ index: Int, _ id: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == id.count else { return false }
    for offset in id.indices where text[start + offset] != id[offset] { return false }
    return true
  }

  /// FNV-1a over the seed and the bytes, then mixed.
  private func hash(_ id: Span<UInt8>) -> UInt64 {
    var value = seed ^ 0xCBF2_9CE4_8422_2325
    for index in id.indices { value = (value ^ UInt64(id[index])) &* 0x100_0000_01B3 }
    value ^= value >> 32
    return value &* 0x9E37_79B9_7F4A_7C15 >> 17
  }

  private mutating func grow() {
    let capacity = slots.count * 2
    slots = Array(repeating: -1, count: capacity)
    for index in ends.indices {
      let start = index == 0 ? 0 : ends[index - 1]
      var slot =
        Int(truncatingIfNeeded: hash(text.span.extracting(start..<ends[index]))) & (capacity - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(index)
    }
  }
}
