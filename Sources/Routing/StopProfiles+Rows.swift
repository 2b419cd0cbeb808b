import TransitRouting

/// How the rows of stops are filled.
extension StopProfiles {
  /// Takes over what a scan found for the stops of a set of doors.
  mutating func take(_ query: ProfileQuery, _ doors: DoorSet) {
    let (starts, stopCount) = (query.starts, query.stopCount)
    width = starts.count
    vectorCount = (width + 7) / 8
    limit = Label(clamping: query.maximumSeconds)
    let first = starts.first ?? 0
    self.starts = (0..<vectorCount).map { vector in
      var lanes = Vector(repeating: 0)
      for lane in 0..<8 where vector * 8 + lane < width {
        lanes[lane] = Label(truncatingIfNeeded: starts[vector * 8 + lane] - first)
      }
      return lanes
    }
    if rowOfStop.count != stopCount { rowOfStop = Array(repeating: -1, count: stopCount) }
    for (row, stop) in doors.stops.enumerated() { rowOfStop[stop.position] = Int32(row) }
    let rowCount = doors.stops.count
    if rows.count != rowCount * vectorCount {
      rows.refill(Vector(repeating: Self.unreachable), count: rowCount * vectorCount)
    }
    shortest.refill(Int32(Self.unreachable), count: rowCount)
    ends.refill(0, count: rowCount)
    times.refill(Vector(repeating: Self.unreachable), count: vectorCount)
    for step in query.steps {
      let row = Int(rowOfStop[Int(step.stop)])
      guard row >= 0, step.second - first <= Int32(Self.unreachable) else { continue }
      let departures = step.departures
      shortest[row] = min(shortest[row], step.second - starts[departures.upperBound - 1])
      ends[row] = Int32(departures.upperBound)
      Self.fill(
        &rows, row * vectorCount, from: departures.lowerBound,
        (departures.upperBound + 7) / 8, Label(truncatingIfNeeded: step.second - first))
    }
    for row in 0..<rowCount {
      Self.fill(&rows, row * vectorCount, from: Int(ends[row]), vectorCount, Self.unreachable)
    }
    for stop in doors.stops { rowOfStop[stop.position] = -1 }
  }

  /// Sets the lanes of a row from a start on, up to a vector; those that later starts reach later are
  /// set anew, since the steps of a stop follow each other.
  @inline(__always)
  private static func fill(
    _ rows: inout [Vector], _ row: Int, from start: Int, _ vectorEnd: Int, _ label: Label
  ) {
    guard start / 8 < vectorEnd else { return }
    var rows = rows.mutableSpan
    let labels = Vector(repeating: label)
    let isBefore = (laneNumbers &- Vector(repeating: Label(start % 8))) &>> signShift
    let first = row &+ start / 8
    rows[first] = labels ^ ((labels ^ rows[first]) & isBefore)
    for vector in (first &+ 1)..<max(first &+ 1, row &+ vectorEnd) { rows[vector] = labels }
  }

  private static var laneNumbers: Vector { Vector(0, 1, 2, 3, 4, 5, 6, 7) }
}

extension Array {
  /// Sets `count` elements to `value`, keeping the memory.
  fileprivate mutating func refill(_ value: Element, count: Int) {
    if self.count == count {
      var span = mutableSpan
      for index in 0..<count { span[index] = value }
    } else {
      removeAll(keepingCapacity: true)
      append(contentsOf: repeatElement(value, count: count))
    }
  }
}
