/// Positions of calls by trip or by stop, ascending.
struct CallIndex: Sendable {
  private let starts: [Int32]
  let positions: [Int32]

  init(starts: [Int32], positions: [Int32]) {
    (self.starts, self.positions) = (starts, positions)
  }

  /// Some of the calls by stop.
  @inline(__always)
  init(_ calls: [ScanCall], stopCount: Int, where isOne: (ScanCall) -> Bool) {
    var starts = [Int32](repeating: 0, count: stopCount + 1)
    for call in calls where isOne(call) { starts[call.stop + 1] += 1 }
    for stop in 0..<stopCount { starts[stop + 1] += starts[stop] }
    var next = starts
    var positions = [Int32](repeating: 0, count: Int(starts[stopCount]))
    for (position, call) in calls.enumerated() where isOne(call) {
      positions[Int(next[call.stop])] = Int32(position)
      next[call.stop] += 1
    }
    self.init(starts: starts, positions: positions)
  }

  /// Where the positions of one owner's calls lie.
  subscript(owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

  /// Where those of them lie that are in a range of calls.
  @inline(__always)
  func range(of owner: Int, in calls: Range<Int>) -> Range<Int> {
    let all = self[owner]
    let first = positions.span.first(atLeast: calls.lowerBound, in: all)
    return first..<positions.span.first(atLeast: calls.upperBound, in: first..<all.upperBound)
  }
}

extension Span<Int32> {
  /// The first place in a range, in which values ascend, of one that is no less than a value.
  @inline(__always)
  func first(atLeast value: Int, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low &+ high) / 2
      if Int(self[middle]) < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
