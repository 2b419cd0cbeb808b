import Geography
import ImpactModel
import Parallelism
import Routing
import Scenarios
import StreetRouting
import TransitRouting

/// Looks up what the ways of one mode consist of, once their times are known.
struct CommuteSkims: Sendable {
  let network: CommuteNetwork
  var times: CommuteTimes
  var workplaces: [Coordinate]
  let junction: JunctionStops
  /// `nil` where nobody drives.
  let loads: RoadLoads?
  /// Tell what ways with a timetable consist of by one journey there: of all by the first, and of those
  /// that it does not find by the next. Without any it is the journeys that stand for the medians of
  /// both directions.
  var instantJourneys: [InstantJourneys] = []
  /// Of each home a way to an office: a way that is longer than `worthSeconds`, or that no journey of
  /// the instant is found for, consists of the same, in proportion to its time.
  var usualWays: [Skim?] = []
  /// Of each home: ways that are longer are nobody's gain.
  var worthSeconds: [Double] = []
  /// Where they are known already, those of every station that a home may use.
  var knownFeeders: [[Int32: Feeder]]?

  /// For each workplace the skims of all homes.
  func columns(
    threads: Int, done: @Sendable @escaping (Int) -> Void
  ) async -> [[Skim?]] {
    switch times.mode {
    case .transit: await journeys([], threads, done)
    case .parkAndRide, .bikeAndRide:
      await journeys(await feeders(threads: threads), threads, done)
    case .car: await byCar(threads, done)
    case .walk, .bike, .eBike: await direct(threads, done)
    }
  }

  /// The times alone.
  func column(_ workplace: Int) -> [Skim?] {
    network.homes.indices.map { Skim(times.pair(home: $0, workplace: workplace)) }
  }

  private func byCar(_ threads: Int, _ done: @Sendable @escaping (Int) -> Void) async -> [[Skim?]] {
    guard let car = network.car, let loads else { return workplaces.indices.map(column) }
    let walking = network.doors.walking.fallback.speedKilometersPerHour
    @Sendable func toCar(_ place: Coordinate) -> Int {
      car.parkingSeconds(at: place, isArrival: false)
    }
    let homeSeconds = network.homes.map(toCar)
    let there = WaySearch(car.travel(at: network.arrivals.middle), network.homes)
    let back = WaySearch(car.travel(at: network.departures.middle), network.homes)
    return await columns(there, back, threads, done) { workplace, home, way, start, end in
      var measure = WayMeasure()
      measure.load = loads.load(way, from: start, to: end)
      measure.walk(
        seconds: homeSeconds[home] + toCar(workplaces[workplace]), speedKilometersPerHour: walking)
      return measure
    } finish: { workplace, skim in
      skim.parkingEuroPerDay =
        car.parking.row(car.zones.id(at: workplaces[workplace]))
        .costEuroPerDay
    }
  }

  private func direct(
    _ threads: Int, _ done: @Sendable @escaping (Int) -> Void
  ) async -> [[Skim?]] {
    let model = network.model(times.mode)
    let search = WaySearch(model, network.homes)
    return await columns(search, search, threads, done) { _, _, way, _, _ in
      var measure = WayMeasure()
      measure.load.activeKilometers = model.kilometers(way)
      return measure
    } finish: { _, skim in
      if model.mode == .walk { skim.walkSeconds = skim.seconds }
    }
  }

  /// All the way by one means: one search of the ways there and one of those back for each
  /// workplace.
  ///
  /// - Parameters:
  ///   - measure: of the workplace, the home, a way, and the places where it begins and ends.
  ///   - finish: called with each workplace and skim.
  private func columns(
    _ there: WaySearch, _ back: WaySearch, _ threads: Int,
    _ done: @Sendable @escaping (Int) -> Void,
    measure: @Sendable @escaping (Int, Int, TravelWay, Coordinate, Coordinate) -> WayMeasure,
    finish: @Sendable @escaping (Int, inout Skim) -> Void
  ) async -> [[Skim?]] {
    await concurrentMap(
      count: workplaces.count, threads: threads, makeWorker: {}, done: done
    ) { _, workplace in
      var column = column(workplace)
      let reached = column.indices.filter { column[$0] != nil }
      let place = workplaces[workplace]
      there.ways(.backward, place, reached) { home, way in
        column[home]?.add(oneOfTwo: measure(workplace, home, way, network.homes[home], place))
      }
      back.ways(.forward, place, reached) { home, way in
        column[home]?.add(oneOfTwo: measure(workplace, home, way, place, network.homes[home]))
      }
      for home in reached {
        guard var skim = column[home] else { continue }
        finish(workplace, &skim)
        column[home] = skim
      }
      return column
    }
  }
}

extension TravelModel {
  /// The length of a way by the model, the ways between places and streets included.
  func kilometers(_ way: TravelWay) -> Double {
    switch way {
    case .straightLine(let meters): meters / 1000
    case .streets(let path):
      ((self as? StreetTravel).map { path.lengthMeters(in: $0.network.streets) } ?? 0) / 1000
        + path.offStreetMeters / 1000
    }
  }
}
