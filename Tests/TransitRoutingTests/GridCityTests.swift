import Geography
import TestSupport
import Testing

@testable import TransitRouting

/// Distributions of travel times that are derived on paper, with the lines of `GridCity`.
///
/// H is the ride alone: five minutes for each hop. A way that is not the shortest has two hops more,
/// ten minutes, and is never better below. All lines repeat every ten minutes, so it is enough to
/// look at ten; a window of whole tens of minutes has each of them equally often.
struct GridCityTests {
  /// Travel times in seconds for each instant, in order.
  private func times(
    _ timetable: Timetable, from origin: StopIndex, to goal: StopIndex,
    _ direction: SearchDirection, _ instants: [Int], slack: Int32 = 0
  ) -> [Int] {
    let isForward = direction == .forward
    var scan = WindowScan()
    scan.run(
      ScanNetwork(timetable, direction),
      departures: isForward
        ? instants.map { Int32($0) } : instants.reversed().map { -Int32($0) },
      access: [StopWalk(stop: isForward ? origin : goal, seconds: 0)],
      transferSlackSeconds: slack, maximumSeconds: 7200)
    let labels = scan.arrivals(stopCount: timetable.stops.count)
    let other = isForward ? goal : origin
    let row = instants.indices.map { Int(labels[other.position * instants.count + $0]) }
    return isForward
      ? zip(row, instants).map { $0 - $1 } : zip(row.reversed(), instants).map { $0 + $1 }
  }

  /// 07:00 to 08:59, twelve times each of the ten.
  private let window = Array(stride(from: 7 * 3600, to: 9 * 3600, by: 60))

  private func check(
    _ times: [Int], ride: Int, over sorted: [Int], mean: Double, _ comment: Comment
  ) {
    #expect(
      times.sorted() == sorted.flatMap { [Int](repeating: (ride + $0) * 60, count: 12) }, comment)
    #expect(Double(times.reduce(0, +)) / 120 == (Double(ride) + mean) * 60, comment)
    // Nearest rank: the k-th of the ten is that of 10 k percent.
    var labels = times.map { Int32($0) }
    #expect(
      Percentiles.nearestRank(&labels, Array(stride(from: 10, through: 100, by: 10)))
        == sorted.map { (ride + $0) * 60 }, comment)
  }

  /// Along row 0 from (0, 0) to (5, 0): a train every ten minutes, so one waits 0 to 9 minutes, each
  /// equally often: mean 4.5. By a time one has waited at the end instead, as long.
  @Test("without a change: H plus a wait of 0 to 9 minutes, in both directions")
  func noChange() throws {
    let city = try GridCity(columns: 6, rows: 6)
    for direction in [SearchDirection.forward, .backward] {
      check(
        times(city.timetable, from: city.stop(0, 0), to: city.stop(5, 0), direction, window),
        ride: 25, over: Array(0...9), mean: 4.5, "\(direction)")
    }
  }

  /// From the corner (0, 0) to a corner east and north of it. Modulo ten:
  /// - eastward first leaves at 0, changes in 3 minutes: there at H + 3;
  /// - northward first leaves at 3, changes in 7 minutes: there at H + 10;
  /// - more changes add ten minutes for each pair of them.
  ///
  /// Who is there at 1, 2 or 3 goes north first: H + 9, 8, 7. Who is there at 4 to 10 goes east
  /// first, at 10: H + 9, 8, ... 3. Together 3, 4, 5, 6 once and 7, 8, 9 twice: mean 66 / 10.
  ///
  /// By H + 3 to H + 9 one leaves at 0 and takes H + 3 to H + 9; by H + 10, 11 and 12 one leaves at 3
  /// and takes H + 7, 8, 9: the same numbers.
  @Test("with one change from corner to corner: two ways share the minutes, in both directions")
  func oneChange() throws {
    let city = try GridCity(columns: 6, rows: 6)
    for (column, row) in [(5, 5), (1, 5), (4, 1)] {
      for direction in [SearchDirection.forward, .backward] {
        check(
          times(
            city.timetable, from: city.stop(0, 0), to: city.stop(column, row), direction, window),
          ride: 5 * (column + row), over: [3, 4, 5, 6, 7, 7, 8, 8, 9, 9], mean: 6.6,
          "\(column), \(row), \(direction)")
      }
    }
    // In order: at 07:00 one leaves at once, at 07:01 northward at 07:03.
    let order = times(
      city.timetable, from: city.stop(0, 0), to: city.stop(5, 5), .forward, window)
    #expect(order.prefix(11).map { $0 / 60 - 50 } == [3, 9, 8, 7, 9, 8, 7, 6, 5, 4, 3])
  }

  /// Every 15 s of the ten minutes, in seconds after the last train eastward: until 180 s one goes
  /// north first and takes H + 600 s less what has passed, after that H + 780 s less it.
  @Test("the distribution holds to the second")
  func seconds() throws {
    let city = try GridCity(columns: 6, rows: 6)
    let passed = Array(stride(from: 15, through: 600, by: 15))
    #expect(
      times(
        city.timetable, from: city.stop(0, 0), to: city.stop(5, 5), .forward,
        passed.map { 7 * 3600 + $0 })
        == passed.map { 3000 + ($0 <= 180 ? 600 : 780) - $0 })
  }

  /// With a slack of 4 minutes the change of 3 is missed and takes 13; that of 7 holds. Northward
  /// first leaves at 3 and is there at H + 10, eastward first leaves at 0 and is there at H + 13, so
  /// nobody goes east first. One waits 0 to 9 minutes for the line northward: H + 7 to H + 16, mean
  /// 7 + 4.5.
  @Test("with a slack that misses one of the two changes everybody goes the other way")
  func slack() throws {
    let city = try GridCity(columns: 6, rows: 6)
    for direction in [SearchDirection.forward, .backward] {
      check(
        times(
          city.timetable, from: city.stop(0, 0), to: city.stop(5, 5), direction, window, slack: 240),
        ride: 50, over: Array(7...16), mean: 11.5, "\(direction)")
    }
  }

  /// A river north of row 2, crossed by column 2 only. Eastward to the bridge, north over it and
  /// eastward again: leaves at 0, changes in 3 and in 7 minutes, there at H + 10. Northward first
  /// leaves at 3, changes in 7, 3 and 7 minutes, there at H + 20, no earlier than eastward at 10. So
  /// one waits 0 to 9 minutes for the line eastward: H + 10 to H + 19, mean 14.5.
  @Test("with two changes over the one bridge: H + 10 and a wait, in both directions")
  func twoChanges() throws {
    let city = try GridCity(columns: 6, rows: 6, bridge: (column: 2, row: 2))
    for direction in [SearchDirection.forward, .backward] {
      check(
        times(city.timetable, from: city.stop(0, 0), to: city.stop(5, 5), direction, window),
        ride: 50, over: Array(10...19), mean: 14.5, "\(direction)")
    }
  }

  /// A line every 10 minutes, 20 minutes to the corner; there one every 15 minutes, at 5 past the
  /// hour and so on, 25 minutes to the end. In 30 minutes from 0:
  /// - at 0, at the corner at 20, on at 20: there at 45;
  /// - at 10, there at 30, on at 35: at 60;
  /// - at 20, there at 40, on at 50: at 75, as who leaves at 30 is, for whom the line waits not at all.
  ///
  /// Who is there at 1 to 10 arrives at 60: 59 to 50 minutes. Who is there at 11 to 30 arrives at 75:
  /// 64 to 45 minutes. So 45 to 49 and 60 to 64 come once, 50 to 59 twice in 30 minutes: mean
  /// (1090 + 545) / 30 = 54.5, p10 the 3rd 47, p50 the 15th 54, p90 the 27th 61.
  @Test("headways of 10 and 15 minutes: the changes repeat after 30")
  func twoHeadways() throws {
    var builder = TimetableBuilder()
    let stops = ["A", "B", "C"].map {
      builder.add(stop: .init(id: $0, name: $0, coordinate: Coordinate(latitude: 0, longitude: 0)))
    }
    let hours = (first: 5 * 3600, end: 13 * 3600)
    try builder.addLine(
      "10", along: [stops[0], stops[1]], hopSeconds: 1200,
      departures: Array(stride(from: hours.first, to: hours.end, by: 600)))
    try builder.addLine(
      "15", along: [stops[1], stops[2]], hopSeconds: 1500,
      departures: Array(stride(from: hours.first + 300, to: hours.end, by: 900)))
    let timetable = builder.build()
    var found = times(timetable, from: stops[0], to: stops[2], .forward, window).map { $0 / 60 }
    #expect(
      Array(found.prefix(31))
        == [45] + Array((50...59).reversed()) + Array((45...64).reversed()))
    #expect(found.reduce(0, +) * 10 == 545 * 120)
    var labels = found.map { Int32($0) }
    #expect(Percentiles.nearestRank(&labels, [10, 50, 90]) == [47, 54, 61])
    // By 45 to 59 one leaves at 0, by 60 to 74 at 10, from 75 at 30: 45 to 59, 50 to 64 and 45.
    found = times(
      timetable, from: stops[0], to: stops[2], .backward,
      (0...30).map { 7 * 3600 + 45 * 60 + $0 * 60 }
    ).map { $0 / 60 }
    #expect(found == Array(45...59) + Array(50...64) + [45])
  }
}
