import Geography
public import TransitRouting

/// A city of columns and rows with a stop at every crossing, whose travel times can be derived on
/// paper: along each row runs a line eastward and one westward, along each column one northward and
/// one southward, all every ten minutes, five minutes from stop to stop.
///
/// In minutes after any multiple of ten, the stop of column c and row r is left
/// - eastward at 5 (c + r), since the line of row r begins at 5 r,
/// - northward at 5 (c + r) + 3, since the line of column c begins at 5 c + 3.
///
/// So changing from a line eastward to one northward takes 3 minutes everywhere, and from one
/// northward to one eastward 7. The lines westward and southward run at odd phases.
public struct GridCity: Sendable {
  public static let headwayMinutes = 10
  public static let hopMinutes = 5
  /// Trips begin from midnight on, until 14:00.
  private static let lastMinutes = 14 * 60

  public let columns: Int
  public let rows: Int
  public let timetable: Timetable

  /// - Parameter bridge: a river lies north of a row, and only the lines of one column cross it.
  public init(
    columns: Int, rows: Int, bridge: (column: Int, row: Int)? = nil
  ) throws(TimetableError) {
    self.columns = columns
    self.rows = rows
    var builder = TimetableBuilder()
    var stops: [StopIndex] = []
    for row in 0..<rows {
      for column in 0..<columns {
        // 400 m between the corners on the equator.
        let place = Coordinate(
          latitude: Double(row) * 400 / 111_195.08, longitude: Double(column) * 400 / 111_195.08)
        stops.append(
          builder.add(stop: .init(id: "\(column),\(row)", name: "Corner", coordinate: place)))
      }
    }
    func line(_ name: String, _ stops: [StopIndex], from first: Int) throws(TimetableError) {
      try builder.addLine(
        name, along: stops, hopSeconds: Self.hopMinutes * 60,
        departures: stride(from: first % 10, to: Self.lastMinutes, by: Self.headwayMinutes)
          .map { $0 * 60 })
    }
    for row in 0..<rows {
      let along = (0..<columns).map { stops[row * columns + $0] }
      try line("E\(row)", along, from: 5 * row)
      try line("W\(row)", along.reversed(), from: 7 * row + 1)
    }
    for column in 0..<columns {
      let along = (0..<rows).map { stops[$0 * columns + column] }
      var parts = [0..<rows]
      if let bridge, bridge.column != column {
        parts = [0..<(bridge.row + 1), (bridge.row + 1)..<rows]
      }
      for part in parts {
        try line("N\(column)", Array(along[part]), from: 5 * (column + part.lowerBound) + 3)
        try line("S\(column)", along[part].reversed(), from: 7 * column + 4)
      }
    }
    timetable = builder.build()
  }

  public func stop(_ column: Int, _ row: Int) -> StopIndex { StopIndex(row * columns + column) }
}

extension TimetableBuilder {
  /// Adds a route with a trip for each departure from its first stop; no trip waits anywhere.
  public mutating func addLine(
    _ name: String, along stops: [StopIndex], hopSeconds: Int, departures: [Int]
  ) throws(TimetableError) {
    let route = add(route: .init(id: name, shortName: name, type: 0))
    for departure in departures {
      try add(
        trip: .init(id: "\(name) \(departure)", route: route),
        events: stops.enumerated().map { position, stop in
          let seconds = departure + position * hopSeconds
          return .init(stop: stop, arrivalSeconds: seconds, departureSeconds: seconds)
        })
    }
  }
}
