import TransitRouting

/// Each draw of phases is searched by itself; percentiles run over the minutes of all of them.
extension WindowTimes {
  /// So many times are in memory at once: 32 MB.
  static var timesAtOnce: Int { 8 << 20 }

  mutating func timesOfDraws(
    _ fixed: Int, _ others: DoorSet, _ directSeconds: (Int) -> Int?,
    _ visit: (Int, inout [Int32]) -> Void
  ) {
    usesStraightLine.removeAll(keepingCapacity: true)
    let width = instantCount * draws.count
    let doorsAtOnce = max(1, Self.timesAtOnce / max(1, width))
    for start in stride(from: 0, to: others.count, by: doorsAtOnce) {
      let range = start..<min(others.count, start + doorsAtOnce)
      let doors = others.doors(range)
      var times = [Int32](repeating: WindowScan.unreachable, count: doors.count * width)
      var isOnLine = [Bool](repeating: false, count: doors.count)
      for draw in draws.indices {
        let first = draw * instantCount
        draws[draw].times(
          of: fixed, others: doors, directSeconds: { directSeconds(start + $0) }
        ) { door, seconds in
          for (instant, seconds) in seconds.enumerated() {
            times[door * width + first + instant] = seconds
          }
        }
        // In one of the draws.
        for (door, isOnLineHere) in draws[draw].usesStraightLine.enumerated() where isOnLineHere {
          isOnLine[door] = true
        }
      }
      usesStraightLine += isOnLine
      for door in 0..<doors.count {
        var seconds = Array(times[door * width..<(door + 1) * width])
        visit(start + door, &seconds)
      }
    }
  }

  mutating func percentilesOfTimes(
    _ ranks: [Int], _ fixed: Int, _ others: DoorSet, _ directSeconds: (Int) -> Int?
  ) -> [Int32] {
    var seconds = [Int32](repeating: 0, count: others.count * ranks.count)
    times(of: fixed, others: others, directSeconds: directSeconds) { other, times in
      for (rank, value) in Percentiles.nearestRank(&times, ranks).enumerated() {
        seconds[other * ranks.count + rank] =
          value.map { Int32(clamping: $0) } ?? WindowScan.unreachable
      }
    }
    return seconds
  }
}
