import Geography
import ImpactModel
import Parallelism
import Routing
import StreetRouting

extension CommuteSkims {
  /// For each home its ways to the stations that it uses, by their position.
  func feeders(threads: Int) async -> [[Int32: Feeder]] {
    if let knownFeeders { return knownFeeders }
    return await feeders(threads: threads) { home in
      Set(workplaces.indices.map { times.pair(home: home, workplace: $0).facility })
        .filter { $0 >= 0 }.sorted()
    }
  }

  /// For each home its ways to all stations that it may use.
  func allFeeders(threads: Int) async -> [[Int32: Feeder]] {
    await feeders(threads: threads) { times.facilityDoors[$0].map { Int32($0.facility) }.sorted() }
  }

  private func feeders(
    threads: Int, of used: @Sendable @escaping (Int) -> [Int32]
  ) async -> [[Int32: Feeder]] {
    guard let ride = times.parkAndRide else { return network.homes.map { _ in [:] } }
    let (thereModel, backModel) = feederModels(ride)
    let stations = ride.facilities.map(\.coordinate)
    let there = WaySearch(thereModel, stations)
    let back = WaySearch(backModel, stations)
    return await concurrentMap(
      count: network.homes.count, threads: threads, makeWorker: {}
    ) { _, home in
      let used = used(home)
      var feeders: [Int32: Feeder] = [:]
      for facility in used {
        guard let door = times.facilityDoors[home].first(where: { $0.facility == facility }) else {
          continue
        }
        var feeder = Feeder()
        feeder.toSeconds = door.toSeconds + ride.rules.parkSeconds
        feeder.fromSeconds = door.fromSeconds + ride.rules.parkSeconds
        feeders[facility] = feeder
      }
      let (place, wanted) = (network.homes[home], used.map { Int($0) })
      there.ways(.forward, place, wanted) {
        feeders[Int32($0)]?.there = measure($1, ride, thereModel, place, stations[$0], home: place)
      }
      back.ways(.backward, place, wanted) {
        feeders[Int32($0)]?.back = measure($1, ride, backModel, stations[$0], place, home: place)
      }
      return feeders
    }
  }

  private func feederModels(_ ride: ParkAndRide) -> (there: any TravelModel, back: any TravelModel)
  {
    switch ride.vehicle {
    case .bicycle(let model): (model, model)
    case .car(let car):
      (car.travel(at: network.arrivals.middle), car.travel(at: network.departures.middle))
    }
  }

  private func measure(
    _ way: TravelWay, _ ride: ParkAndRide, _ model: any TravelModel, _ start: Coordinate,
    _ end: Coordinate, home: Coordinate
  ) -> WayMeasure {
    var measure = WayMeasure()
    switch ride.vehicle {
    case .bicycle: measure.load.activeKilometers = model.kilometers(way)
    case .car(let car):
      measure.load = loads?.load(way, from: start, to: end) ?? measure.load
      measure.walk(
        seconds: car.parkingSeconds(at: home, isArrival: false),
        speedKilometersPerHour: network.doors.walking.fallback.speedKilometersPerHour)
    }
    return measure
  }
}
