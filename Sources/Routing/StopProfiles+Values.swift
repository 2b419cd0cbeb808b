import TransitRouting

/// What is read off the travel times of the door that was joined last.
extension StopProfiles {
  /// The nearest-rank percentile of the travel times of the door that was joined last;
  /// `WindowScan.unreachable` where it falls among unreachable starts.
  ///
  /// The value is found by halving: how many times are no longer than the middle is counted eight at
  /// a time, which is faster than sorting.
  func percentile(_ percent: Int) -> Int32 {
    guard width > 0 else { return WindowScan.unreachable }
    let rank = rank(percent)
    var (low, high) = (Label(0), limit)
    guard count(upTo: high) >= rank else { return WindowScan.unreachable }
    while low < high {
      let middle = low + (high - low) / 2
      if count(upTo: middle) >= rank { high = middle } else { low = middle + 1 }
    }
    return Int32(truncatingIfNeeded: low)
  }

  func rank(_ percent: Int) -> Int { max(1, (percent * width + 99) / 100) }

  @inline(__always)
  private func count(upTo limit: Label) -> Int {
    let times = times.span
    var counts = Vector(repeating: 0)
    let limits = Vector(repeating: limit)
    for vector in 0..<vectorCount { counts &+= Label.onesWhereNoLonger(times[vector], limits) }
    return Int(counts.wrappedSum())
  }

  /// The travel times of the door that was joined last, one for each start.
  func fill(_ seconds: inout [Int32]) {
    seconds.removeAll(keepingCapacity: true)
    for index in 0..<width {
      let time = times[index / 8][index % 8]
      seconds.append(
        time >= Self.unreachable ? WindowScan.unreachable : Int32(truncatingIfNeeded: time))
    }
  }

  func medianEndsOnStraightLine(_ walks: ArraySlice<DoorSet.Walk>) -> Bool {
    guard walks.contains(where: \.isStraightLine) else { return false }
    let median = percentile(50)
    return median != WindowScan.unreachable
      && endsOnStraightLine(walks, travelSeconds: Int(median))
  }

  /// Whether the fastest journey of the first start whose travel time is `seconds` ends with the
  /// straight line; of equally fast ones one along streets counts.
  private func endsOnStraightLine(_ walks: ArraySlice<DoorSet.Walk>, travelSeconds seconds: Int)
    -> Bool
  {
    guard walks.contains(where: \.isStraightLine),
      let index = (0..<width).first(where: { Int(times[$0 / 8][$0 % 8]) == seconds })
    else { return false }
    let start = Int(starts[index / 8][index % 8])
    let fastest = walks.filter { walk in
      let label = rows[Int(walk.row) * vectorCount + index / 8][index % 8]
      return label < Self.unreachable && Int(label) + Int(walk.seconds) - start == seconds
    }
    // Where the way without a vehicle is the fastest, it is one as all ways of a door without streets.
    return (fastest.isEmpty ? Array(walks) : fastest).allSatisfy(\.isStraightLine)
  }
}
