import TransitRouting

extension WindowTimes {
  /// Of the journeys with at most one, two, three … rides the one whose time with a penalty for each
  /// change is the least, of equals the one with fewer rides; its time without the penalty.
  ///
  /// Reference: generalized cost with a constant for a transfer, as in Ortúzar and Willumsen,
  /// Modelling Transport, 4th edition, 2011, section 10.3.
  mutating func timesWithPenalty(
    _ others: DoorSet, _ directSeconds: (Int) -> Int?, _ visit: (Int, inout [Int32]) -> Void
  ) {
    var usesLine: [Bool] = []
    let width = instantCount
    let penalty = Int32(clamping: network.options.changePenaltySeconds)
    let doorsAtOnce = max(1, Self.timesAtOnce / max(1, 2 * width))
    for start in stride(from: 0, to: others.count, by: doorsAtOnce) {
      let range = start..<min(others.count, start + doorsAtOnce)
      let doors = others.doors(range)
      var costs = [Int32](repeating: .max, count: doors.count * width)
      var times = [Int32](repeating: WindowScan.unreachable, count: doors.count * width)
      var isOnLine = [Bool](repeating: false, count: doors.count)
      for rides in 1...(network.options.countedRides ?? 1) {
        let added = Int32(clamping: Int64(penalty) * Int64(rides - 1))
        timesWithin(
          rides: rides, others: doors, directSeconds: { directSeconds(start + $0) }
        ) { door, seconds in
          for (instant, seconds) in seconds.enumerated() where seconds != WindowScan.unreachable {
            let cost = seconds.addingReportingOverflow(added)
            guard !cost.overflow, cost.partialValue < costs[door * width + instant] else {
              continue
            }
            costs[door * width + instant] = cost.partialValue
            times[door * width + instant] = seconds
          }
        }
        for (door, isOnLineHere) in usesStraightLine.enumerated() where isOnLineHere {
          isOnLine[door] = true
        }
      }
      usesLine += isOnLine
      for door in 0..<doors.count {
        var seconds = Array(times[door * width..<(door + 1) * width])
        visit(start + door, &seconds)
      }
    }
    usesStraightLine = usesLine
  }
}
