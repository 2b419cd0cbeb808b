import Geography
import StreetRouting
import TestSupport
import Testing
import TransitRouting

@testable import Routing

/// Matrices of cities whose distributions of travel times are derived on paper.
struct GridCityMatrixTests {
  /// The k-th of ten equally frequent times is the nearest rank of 10 k percent.
  private static let tenths = Array(stride(from: 10, through: 100, by: 10))

  private static func windows(from start: Int) -> [TimeWindow] {
    let minutes = TimeWindow.minutes(from: start, to: start + 7200)
    return [.departures(minutes), .arrivals(minutes)]
  }

  /// `GridCityTests` derives the times: H is five minutes for each hop; in ten minutes each comes
  /// once.
  @Test(
    "from stop to stop the percentiles of a matrix are those of the derivation",
    arguments: [
      // No change: a wait of 0 to 9 minutes.
      (nil, 0, (5, 0), 25, Array(0...9)),
      // One change: north first or east first.
      (nil, 0, (5, 5), 50, [3, 4, 5, 6, 7, 7, 8, 8, 9, 9]),
      (nil, 0, (2, 4), 30, [3, 4, 5, 6, 7, 7, 8, 8, 9, 9]),
      // A slack of four minutes misses the change from east to north.
      (nil, 240, (5, 5), 50, Array(7...16)),
      // Two changes, over the one bridge.
      (2, 0, (5, 5), 50, Array(10...19)),
    ] as [(Int?, Int, (Int, Int), Int, [Int])])
  func stops(
    bridge: Int?, slack: Int, goal: (Int, Int), ride: Int, over: [Int]
  ) async throws {
    let city = try GridCity(columns: 6, rows: 6, bridge: bridge.map { ($0, 2) })
    var options = TransitOptions()
    options.transferSlackSeconds = slack
    let doors = DoorToDoorNetwork(withoutWalks: city.timetable, options: options)
    for window in Self.windows(from: 7 * 3600) {
      let cells = await TravelTimeMatrix(doors, window, percentiles: Self.tenths).cells(
        origins: [doors.door(atStop: city.stop(0, 0))],
        destinations: [doors.door(atStop: city.stop(goal.0, goal.1))],
        pairs: [(0, 0)], threads: 1, directSeconds: { _, _ in nil })
      #expect(cells[0].seconds == over.map { (ride + $0) * 60 }, "\(goal) \(window.isOfDepartures)")
    }
  }

  /// Every corner to every other one: long enough for threads to meet, also for a sanitizer.
  @Test("a matrix of a whole city is the same for any number of threads")
  func threads() async throws {
    let city = try GridCity(columns: 7, rows: 7, bridge: (column: 3, row: 3))
    let doors = DoorToDoorNetwork(withoutWalks: city.timetable, options: TransitOptions())
    let ends = city.timetable.stops.indices.map { doors.door(atStop: StopIndex($0)) }
    for window in [TimeWindow.departures([25_200, 25_500]), .arrivals([32_400, 32_700])] {
      let matrix = TravelTimeMatrix(doors, window, percentiles: [0, 50, 100], hasParts: true)
      let pairs = ends.indices.flatMap { a in ends.indices.map { (origin: a, destination: $0) } }
      var results: [[TravelTimeMatrix.Cell]] = []
      for threads in [1, 2, 8] {
        results.append(
          await matrix.cells(
            origins: ends, destinations: ends, pairs: pairs, threads: threads,
            directSeconds: { doors.directTransferSeconds(ends[$0], ends[$1]) }))
      }
      #expect(results[0] == results[1] && results[1] == results[2])
      #expect(results[0].allSatisfy { $0.seconds.allSatisfy { $0 != nil } })
    }
  }

  // MARK: with streets

  /// Corners 400 m apart, 8 columns and 7 rows, joined by streets of 400 m: 300 s at 4.8 km/h.
  private struct Streets {
    static let columns = 8
    static let rows = 7

    static func corner(_ column: Int, _ row: Int) -> StreetGraph.Point {
      // On the equator; the length of a street is said by its link.
      StreetGraph.Point(latitude: Int32(row) * 35_973, longitude: Int32(column) * 35_973)
    }

    static func graph() throws -> StreetGraph {
      let open = Passage(foot: .yes)
      var links: [StreetLink] = []
      func add(_ from: Int, _ to: Int) {
        links.append(
          StreetLink(
            from: Int32(from), to: Int32(to), lengthCentimeters: 40_000, name: 0,
            roadClass: .residential, forward: open, backward: open))
      }
      for node in 0..<(columns * rows) {
        if node % columns + 1 < columns { add(node, node + 1) }
        if node / columns + 1 < rows { add(node, node + columns) }
      }
      return try StreetGraph(
        nodes: (0..<(columns * rows)).map { corner($0 % columns, $0 / columns) },
        nodeBarriers: Array(repeating: [], count: columns * rows), links: links,
        shapeStarts: Array(repeating: 0, count: links.count + 1), shapePoints: [], names: [""],
        forbiddenPaths: [], source: StreetSource(name: "grid"))
    }
  }

  /// A tram along row 0, a minute from corner to corner, leaves column 0 at every multiple of ten
  /// minutes; another along column 6 leaves row 1 at 5 past each of them and goes north.
  private func doors() throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    func stops(_ corners: [(Int, Int)]) -> [StopIndex] {
      corners.map { column, row in
        builder.add(
          stop: .init(
            id: "\(column),\(row)", name: "Corner",
            coordinate: Streets.corner(column, row).coordinate))
      }
    }
    let departures = Array(stride(from: 0, to: 14 * 3600, by: 600))
    try builder.addLine(
      "A", along: stops((0...6).map { ($0, 0) }), hopSeconds: 60, departures: departures)
    try builder.addLine(
      "B", along: stops((1...6).map { (6, $0) }), hopSeconds: 60,
      departures: departures.map { $0 + 300 })
    let walking = StreetPaths(try Streets.graph()).travel(.walk, speedKilometersPerHour: 4.8)
    return DoorToDoorNetwork(builder.build(), walking: walking, options: TransitOptions())
  }

  /// The tenths of ten minutes in minutes, from the corner (0, 1), for both windows.
  private func times(to column: Int, _ row: Int) async throws -> [[Int?]] {
    let doors = try doors()
    let home = Streets.corner(0, 1).coordinate
    let work = Streets.corner(column, row).coordinate
    let limit = doors.options.maximumWalkSeconds
    var rows: [[Int?]] = []
    for window in Self.windows(from: 7 * 3600) {
      let cells = await TravelTimeMatrix(doors, window, percentiles: Self.tenths).cells(
        origins: [doors.door(at: home)], destinations: [doors.door(at: work)], pairs: [(0, 0)],
        threads: 1,
        directSeconds: { _, _ in doors.walking.seconds(from: home, to: work, limitSeconds: limit) })
      #expect(!cells[0].usesStraightLine)
      // Whole minutes, to the second.
      #expect(cells[0].seconds.allSatisfy { ($0 ?? 0) % 60 == 0 })
      rows.append(cells[0].seconds.map { $0.map { $0 / 60 } })
    }
    return rows
  }

  /// 5 minutes to the tram, c minutes aboard, 5 to the corner (c, 1), and a wait of 0 to 9; all on
  /// foot it is 5 c. Walking along the line meets the same tram, and getting out earlier is slower.
  /// - c = 2: 12 to 21 against 10: always on foot.
  /// - c = 3: 13 to 22 against 15: 13, 14, and 15 in eight of ten minutes; mean 14.7.
  /// - c = 4: 14 to 23 against 20: 14 to 19, and 20 in four; mean 17.9.
  /// - c = 6: 16 to 25 against 30: mean 20.5.
  @Test("on foot to the tram and from it, or all the way where that is faster")
  func walkOrRide() async throws {
    let expected: [Int: [Int]] = [
      2: Array(repeating: 10, count: 10),
      3: [13, 14] + Array(repeating: 15, count: 8),
      4: Array(14...19) + Array(repeating: 20, count: 4),
      6: Array(16...25),
    ]
    for (column, minutes) in expected {
      for found in try await times(to: column, 1) { #expect(found == minutes, "\(column)") }
    }
  }

  /// To the corner (7, 5): 5 minutes to tram A, 6 aboard to column 6, there at 6 past a multiple of
  /// ten; 5 minutes along the street to the first stop of B and 1 of slack: ready at 12, B leaves at
  /// 15, a wait of 3; 4 aboard to row 5 and 5 to the corner: 29 and a wait of 0 to 9 for A. From the
  /// end of A on foot all the way it would be 6 corners, 30 minutes in place of 18. All the way is 11
  /// corners, more than the longest walk.
  @Test("a change along a street, with its slack and a wait")
  func changeOnFoot() async throws {
    for found in try await times(to: 7, 5) { #expect(found == Array(29...38)) }
  }
}
