/// Gives each id of an entity an integer, by first appearance, and remembers which row defines it
/// and where it was first referred to.
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
  /// The line of the first row that defines the id; 0 where none does.
  private var definingLines: [Int32] = []
  private var firstReferences: [Place] = []
  /// Open addressing; -1 is empty. The capacity is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)
  /// The id asked for last: rows of a trip stand together.
  private var last = -1
  /// Hash values differ from process to process, so that a feed cannot well choose them to collide.
  private let seed = UInt64.random(in: .min ... .max)

  init(firstKey: Int) {
    self.firstKey = firstKey
  }

  var count: Int { ends.count }

  /// The key of an id that a row brings into being.
  mutating func define(_ id: Span<UInt8>, line: Int) -> Int {
    let index = intern(id, Place(file: -1, field: -1, line: -1))
    if definingLines[index] == 0 { definingLines[index] = Int32(clamping: line) }
    return firstKey + index
  }

  mutating func refer(_ id: Span<UInt8>, from place: Place) -> Int {
    firstKey + intern(id, place)
  }

  /// The key of an id that is known already.
  @inline(__always)
  mutating func key(of id: Span<UInt8>) -> Int? {
    if last >= 0, equals(last, id) { return firstKey + last }
    guard let index = find(id) else { return nil }
    last = index
    return firstKey + index
  }

  /// The key of an id that a row has defined already.
  mutating func definedKey(of id: Span<UInt8>) -> Int? {
    guard let key = key(of: id), definingLines[key - firstKey] > 0 else { return nil }
    return key
  }

  /// The line of the row that defines the id of a key, if one does.
  func definingLine(of key: Int) -> Int? {
    let index = key - firstKey
    guard definingLines.indices.contains(index), definingLines[index] > 0 else { return nil }
    return Int(definingLines[index])
  }

  /// Ids that were referred to and never defined.
  var undefined: [(id: String, place: Place)] {
    definingLines.indices.filter { definingLines[$0] == 0 }.map { (self[$0], firstReferences[$0]) }
  }

  /// The id at a position, as text.
  subscript(index: Int) -> String {
    String(decoding: text[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  private mutating func intern(_ id: Span<UInt8>, _ place: Place) -> Int {
    if last >= 0, equals(last, id) { return last }
    last = find(id) ?? add(id, place)
    return last
  }

  private func find(_ id: Span<UInt8>) -> Int? {
    var slot = Int(truncatingIfNeeded: hash(id)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), id) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func add(_ id: Span<UInt8>, _ place: Place) -> Int {
    if 2 * (ends.count + 1) > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash(id)) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(ends.count)
    for index in id.indices { text.append(id[index]) }
    ends.append(text.count)
    definingLines.append(0)
    firstReferences.append(place)
    return ends.count - 1
  }

  @inline(__always)
  private func equals(_ index: Int, _ id: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == id.count else { return false }
    let known = text.span
    for offset in id.indices where known[start + offset] != id[offset] { return false }
    return true
  }

  /// FNV-1a over the seed and the bytes, then mixed.
  private func hash(_ id: Span<UInt8>) -> UInt64 {
    var value = seed ^ 0xCBF2_9CE4_8422_2325
    for index in id.indices { value = (value ^ UInt64(id[index])) &* 0x100_0000_01B3 }
    value ^= value >> 32
    return (value &* 0x9E37_79B9_7F4A_7C15) >> 17
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
