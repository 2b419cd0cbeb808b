import FeedArchive
import GTFSStore
import Geography
import OpenStreetMap
import Routing
import StreetRouting
import TestSupport
import Testing
import TransitRouting

/// Isochrones of the centre of Brussels against the matrix, on STIB's metro and tram and the named
/// streets.
@Suite(
  "isochrones and the matrix over Brussels",
  .enabled(
    if: RealData.path("brussels/stib-2019-10-28.zip") != nil
      && RealData.path("brussels/streets-named-2021-04-12.osm.pbf") != nil,
    "needs the feed and the streets of Brussels"), .serialized)
struct IsochroneAgreementTests {
  private static let center = Coordinate(latitude: 50.8457, longitude: 4.3571)
  private static let limitSeconds = 20 * 60

  /// With a few minutes beyond the limit, so that the border has values outside.
  private static let network = Result {
    let folder = try TemporaryFolder()
    let feed = try #require(RealData.path("brussels/stib-2019-10-28.zip"))
    _ = try NetworkImport.run(
      [FeedToImport(name: "stib", source: try FeedPath.open(feed))],
      into: folder.file("network.sqlite"))
    let date = try #require(ServiceDate("2019-10-29"))
    let loaded = try NetworkDatabase(folder.file("network.sqlite"))
      .loadTimetable(on: date, fromSeconds: 7 * 3600, untilSeconds: 10 * 3600)
    let extract = try #require(RealData.path("brussels/streets-named-2021-04-12.osm.pbf"))
    let streets = try PBFFile(extract).streets().graph
    var options = TransitOptions()
    options.maximumSeconds = limitSeconds + 300
    return DoorToDoorNetwork(
      loaded.timetable, walking: StreetPaths(streets).travel(.walk, speedKilometersPerHour: 4.8),
      options: options)
  }

  private let network: DoorToDoorNetwork

  init() throws {
    network = try Self.network.get()
  }

  private static let windows: [TimeWindow] = [
    .departures(Array(stride(from: 8 * 3600, to: 9 * 3600, by: 1200))),
    .arrivals(Array(stride(from: 8 * 3600, to: 9 * 3600, by: 1200))),
  ]

  private func reach(_ window: TimeWindow, cellMeters: Double) async throws -> ReachGrid {
    try await ReachGrid(
      Self.center, DoorPlan(network, by: .travel(network.walking)), window, percentiles: [50],
      cellMeters: cellMeters, threads: 2)
  }

  /// Median times between the centre and places, as a matrix gives them.
  private func times(_ places: [Coordinate], _ window: TimeWindow) async -> [Int?] {
    let isForward = window.isOfDepartures
    let doors = await network.doors(
      at: places, limitSeconds: network.options.maximumWalkSeconds, threads: 2)
    let center = [network.door(at: Self.center)]
    let walking = network.walking
    return await TravelTimeMatrix(network, window, percentiles: [50]).cells(
      origins: isForward ? center : doors, destinations: isForward ? doors : center,
      pairs: places.indices.map { isForward ? (0, $0) : ($0, 0) }, threads: 2,
      directSeconds: {
        let (from, to) = isForward ? (Self.center, places[$1]) : (places[$0], Self.center)
        return walking.seconds(from: from, to: to, limitSeconds: 1800)
      }
    ).map { $0.seconds[0] }
  }

  /// Places all over a square of 9 km, where the border lies.
  private func places(_ count: Int) -> [Coordinate] {
    var random = SeededGenerator(seed: 5)
    return (0..<count).map { _ in
      Coordinate(
        latitude: Self.center.latitude + Double.random(in: -0.04...0.04, using: &random),
        longitude: Self.center.longitude + Double.random(in: -0.064...0.064, using: &random))
    }
  }

  /// A place of the grid has its time of the matrix, and the border never passes over it.
  @Test("at the places of the grid the agreement is total", arguments: windows)
  func places(window: TimeWindow) async throws {
    let reach = try await reach(window, cellMeters: 200)
    let area = reach.area(0, withinSeconds: Self.limitSeconds)
    let places = stride(from: 0, to: reach.grid.count, by: 13).map { reach.grid.place($0) }
    let times = await times(places, window)
    for (place, time) in zip(places, times) {
      let isWithin = (time ?? Int.max) <= Self.limitSeconds
      #expect(area.contains(place) == isWithin, "\(place), \(String(describing: time))")
    }
    #expect(times.count { ($0 ?? Int.max) <= Self.limitSeconds } > 15)
  }

  /// Between places of the grid the border is a guess that is off by a part of a cell. A place that is
  /// on the wrong side of it should be one that is reached about then: its time differs from the limit
  /// by no more than one walks from one place of the grid to the next, 100 m × 1.3 or 98 s. Streets
  /// that do not join make a few exceptions, one in a hundred of the places at most. One of
  /// ten places within reach may be on the wrong side: the area is some 2 km wide at the centre and
  /// less around each station, where a circle of 500 m has a tenth of its area within 25 m of its border.
  @Test("between them only places at the border are on the wrong side", arguments: windows)
  func anywhere(window: TimeWindow) async throws {
    let places = places(600)
    let times = await times(places, window)
    let area = try await reach(window, cellMeters: 100).area(0, withinSeconds: Self.limitSeconds)
    let (tolerance, limit) = (98, Self.limitSeconds)
    let wrong = zip(places, times).filter { place, time in
      area.contains(place) != ((time ?? Int.max) <= limit)
    }.map { $0.1 ?? 1_000_000 }
    let reached = times.count { ($0 ?? Int.max) <= limit }
    #expect(reached > 80)
    #expect(wrong.count * 10 <= reached, "\(wrong.count) of \(reached)")
    #expect(wrong.count { abs($0 - limit) > tolerance } * 100 <= places.count)
  }
}
