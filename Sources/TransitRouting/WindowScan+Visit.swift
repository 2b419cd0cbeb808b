extension WindowScan {
  /// Visits connections in order: boards, alights, walks on.
  ///
  /// The loop is compiled twice, so that a network without continuations pays nothing for them.
  /// - Returns: whether a vehicle became boardable that left no later than the last one visited.
  static func visit(
    _ network: ScanNetwork, _ range: Range<Int>, _ width: Int, _ slack: Int32,
    _ ready: inout MutableSpan<Int32>, _ arrivals: inout MutableSpan<Int32>,
    _ aboard: inout MutableSpan<Int32>, _ seated: inout MutableSpan<Int32>
  ) -> Bool {
    guard network.continuations.isEmpty else {
      return visitLinked(network, range, width, slack, &ready, &arrivals, &aboard, &seated)
    }
    return visit(
      network, range, width, slack, &ready, &arrivals, &aboard, &seated, hasContinuations: false)
  }

  /// Apart, so that it does not weigh on the loop of networks without continuations.
  @inline(never)
  private static func visitLinked(
    _ network: ScanNetwork, _ range: Range<Int>, _ width: Int, _ slack: Int32,
    _ ready: inout MutableSpan<Int32>, _ arrivals: inout MutableSpan<Int32>,
    _ aboard: inout MutableSpan<Int32>, _ seated: inout MutableSpan<Int32>
  ) -> Bool {
    visit(
      network, range, width, slack, &ready, &arrivals, &aboard, &seated, hasContinuations: true)
  }

  @inline(__always)
  private static func visit(
    _ network: ScanNetwork, _ range: Range<Int>, _ width: Int, _ slack: Int32,
    _ ready: inout MutableSpan<Int32>, _ arrivals: inout MutableSpan<Int32>,
    _ aboard: inout MutableSpan<Int32>, _ seated: inout MutableSpan<Int32>,
    hasContinuations: Bool
  ) -> Bool {
    let connections = network.connections.span
    let edgeStarts = network.transfers.starts.span
    let edges = network.transfers.edges.span
    var feedsItself = false
    for index in range {
      let connection = connections[index]
      let trip = Int(connection.trip)
      var count = Int(aboard[trip])
      if hasContinuations, connection.takesUp, Int(seated[trip]) > count {
        count = Int(seated[trip])
        aboard[trip] = seated[trip]
      }
      if connection.canBoard {
        let labels = Int(connection.from) * width
        let before = count
        while count < width, ready[labels + count] <= connection.departure { count += 1 }
        if count > before { aboard[trip] = Int32(count) }
      }
      if hasContinuations, connection.handsOn, count > 0 {
        for position in network.continuations.range(trip) {
          let next = Int(network.continuations.trips[position])
          seated[next] = max(seated[next], Int32(count))
        }
      }
      guard count > 0, connection.canAlight else { continue }
      let labels = Int(connection.to) * width
      // Labels never decrease with the departure, so those that improve end at `count`.
      var low = count
      while low > 0, arrivals[labels + low - 1] > connection.arrival {
        low -= 1
        arrivals[labels + low] = connection.arrival
      }
      guard low < count else { continue }
      for edge in Int(edgeStarts[Int(connection.to)])..<Int(edgeStarts[Int(connection.to) + 1]) {
        let time = connection.arrival + edges[edge].seconds + slack
        let target = edges[edge].to.position * width
        var position = count
        while position > low, ready[target + position - 1] > time {
          position -= 1
          ready[target + position] = time
        }
        if time <= connection.departure, position < count { feedsItself = true }
      }
    }
    return feedsItself
  }
}
