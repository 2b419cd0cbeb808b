import Geography
import Routing
import Testing
import TransitRouting

/// Travel times over minutes and random timetables.
struct DrawTests {
  private static let window = TimeWindow.departures(TimeWindow.minutes(from: 28_800, to: 29_400))
  private static let arrivals = TimeWindow.arrivals(TimeWindow.minutes(from: 30_600, to: 31_200))

  /// From A to B in five minutes every ten minutes from 07:00 to 10:00 at no stated times, and on to C
  /// by a row of its own of the same kind.
  private func draws() throws -> PhaseDraws {
    var builder = TimetableBuilder()
    let stops = (0..<3).map {
      builder.add(
        stop: .init(
          id: "\($0)", name: "Stop \($0)",
          coordinate: Coordinate(latitude: 50 + Double($0) / 20, longitude: 4)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 3))
    var rows: [PhaseDraws.Row] = []
    for (row, leg) in [(0, 1), (1, 2)].enumerated() {
      let first = row * 18
      for start in stride(from: 25_200, to: 36_000, by: 600) {
        try builder.add(
          trip: .init(id: "F\(row)@\(start)", route: route),
          events: [
            .init(stop: stops[leg.0], arrivalSeconds: start, departureSeconds: start),
            .init(stop: stops[leg.1], arrivalSeconds: start + 300, departureSeconds: start + 300),
          ])
      }
      rows.append(
        .init(
          name: "F\(row)", tripID: "F\(row)", startSeconds: 25_200, endSeconds: 36_000,
          headwaySeconds: 600, trips: first..<first + 18, firstStartSeconds: 25_200))
    }
    return PhaseDraws(builder.build(), rows)
  }

  private func network(_ count: Int, seed: UInt64 = 1) async throws -> DoorToDoorNetwork {
    let draws = try draws()
    return await DoorToDoorNetwork(withoutWalks: draws.timetable, options: TransitOptions())
      .drawing(draws, 0..<count, seed: seed, threads: 2)
  }

  private func door(_ stop: Int) -> Door {
    let walks = [StopWalk(stop: StopIndex(stop), seconds: 0)]
    return Door(access: walks, egress: walks)
  }

  /// From A to B one waits for a bus that leaves every ten minutes: at phase p the ten minutes of the
  /// window wait (p - 60 m) mod 600 seconds, so each draw has the travel times 300 + p mod 60 + 0, 60 …
  /// 540, and its minimum is 300 + p mod 60.
  @Test("the times of a window are those of one draw after the other")
  func times() async throws {
    let (draws, network) = (try draws(), try await network(7))
    var times = WindowTimes(network, Self.window)
    var found: [Int32] = []
    times.run(fixed: door(0), others: [door(1)], directSeconds: { _ in nil }) { found = $1 }
    #expect(found.count == 70)
    for draw in 0..<7 {
      let phase = draws.rows[0].phaseSeconds(draw: draw, seed: 1)
      let expected = (0..<10).map { minute in
        Int32(300 + ((phase - 60 * minute) % 600 + 600) % 600)
      }
      #expect(Array(found[draw * 10..<(draw + 1) * 10]) == expected)
      let (own, number, instant) = network.search(of: draw * 10 + 3, in: Self.window)
      #expect(number == draw && instant == 28_980)
      #expect(own.timetable.trips.map(\.id) == draws.timetable(draw: draw, seed: 1).trips.map(\.id))
    }
  }

  @Test("percentiles run over the minutes of all draws, with departures and with arrivals")
  func percentiles() async throws {
    let network = try await network(9, seed: 4)
    let ends = (0..<3).map(door)
    for window in [Self.window, Self.arrivals] {
      var alone = network.draws.map { WindowTimes($0, window) }
      var all = WindowTimes(network, window)
      for fixed in ends.indices {
        var times = [[Int32]](repeating: [], count: 3)
        for draw in alone.indices {
          alone[draw].run(fixed: ends[fixed], others: ends, directSeconds: { _ in nil }) {
            times[$0] += $1
          }
        }
        let expected = times.flatMap { times -> [Int32] in
          var times = times
          return Percentiles.nearestRank(&times, [10, 50, 90]).map {
            $0.map { Int32($0) } ?? WindowScan.unreachable
          }
        }
        all.search([ends[fixed]])
        let others = all.others(ends)
        #expect(
          all.percentiles([10, 50, 90], of: 0, others: others, directSeconds: { _ in nil })
            == expected)
      }
    }
  }

  /// From A to C: at most 600 s for the first bus, 300 s aboard, 60 s of slack and less than 600 s for
  /// the second, 300 s aboard. In one draw the second wait is the same for all minutes; in 200 draws
  /// the median is near the mean wait: 300 + 300 + 60 + 300 + 300 = 1260 s. A draw's median has a
  /// standard deviation of 173 s or so, that of 200 draws of some 12 s.
  @Test("many draws find the middle of what one draw gives by chance")
  func manyDraws() async throws {
    let matrix = TravelTimeMatrix(try await network(200), Self.window, percentiles: [50])
    let cells = await matrix.cells(
      origins: [door(0)], destinations: [door(2)], pairs: [(0, 0)], threads: 2,
      directSeconds: { _, _ in nil })
    let median = try #require(cells[0].seconds[0])
    #expect(abs(median - 1260) < 60)
  }

  @Test("a matrix with draws is the same for any number of threads, its parts too")
  func threads() async throws {
    let ends = (0..<3).map(door)
    let pairs = (0..<9).map { (origin: $0 / 3, destination: $0 % 3) }
    for window in [Self.window, Self.arrivals] {
      var results: [[TravelTimeMatrix.Cell]] = []
      for threads in [1, 2, 8] {
        let matrix = TravelTimeMatrix(
          try await network(5), window, percentiles: [10, 50], hasParts: true)
        results.append(
          await matrix.cells(
            origins: ends, destinations: ends, pairs: pairs, threads: threads,
            directSeconds: { $0 == $1 ? 0 : nil }))
      }
      #expect(results[0] == results[1] && results[1] == results[2])
      for cell in results[0] {
        #expect(cell.parts?.totalSeconds == cell.seconds[1])
        #expect(cell.parts.map { (0..<5).contains($0.draw ?? -1) } ?? true)
      }
      #expect(results[0].contains { ($0.parts?.rideCount ?? 0) == 2 })
    }
  }
}
