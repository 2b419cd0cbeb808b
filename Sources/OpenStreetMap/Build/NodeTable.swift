import StreetRouting

/// The nodes that ways use, by ascending id.
struct NodeTable {
  let ids: [Int64]
  var isPresent: [Bool]
  var places: [StreetGraph.Point]
  /// By position in `ids`.
  var barriers: [Int32: BarrierRule.Passing] = [:]

  init() {
    self.init([])
  }

  /// - Parameter refs: ids in any order, any number of times.
  init(_ refs: [Int64]) {
    let sorted = refs.sorted()
    var ids: [Int64] = []
    for id in sorted where ids.last != id { ids.append(id) }
    self.ids = ids
    isPresent = Array(repeating: false, count: ids.count)
    places = Array(repeating: StreetGraph.Point(latitude: 0, longitude: 0), count: ids.count)
  }

  /// O(log n).
  func position(_ id: Int64) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }
}

/// Names, each once, in the order of their first use; the first is empty.
struct NameTable {
  private(set) var names = [""]
  private var positions = ["": Int32(0)]

  mutating func position(_ name: String) -> Int32 {
    if let known = positions[name] { return known }
    let position = Int32(names.count)
    names.append(name)
    positions[name] = position
    return position
  }
}
