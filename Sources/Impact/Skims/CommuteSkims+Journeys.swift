import Geography
import ImpactModel
import Parallelism
import Routing
import StreetRouting
import TransitRouting

extension CommuteSkims {
  /// The way by one's own vehicle between a home and the station where it is left.
  struct Feeder: Sendable {
    /// Of the vehicle, and the walk to it at home.
    var there = WayMeasure()
    var back = WayMeasure()
    /// Of a journey's way between home and stop what is not walked at the station: the feeder, and
    /// leaving the vehicle.
    var toSeconds = 0
    var fromSeconds = 0
  }

  private struct Worker {
    var morning: MedianJourneys
    var evening: MedianJourneys

    init(_ network: CommuteNetwork) {
      morning = MedianJourneys(network.doors, network.arrivals)
      evening = MedianJourneys(network.doors, network.departures)
    }
  }

  /// By the journeys that stand for the medians: two searches of the window for each workplace, and
  /// one for each instant of one of these journeys.
  ///
  /// - Parameter feeders: for each home those of the stations that it uses; empty where homes are
  ///   left as the network does.
  func journeys(
    _ feeders: [[Int32: Feeder]], _ threads: Int, _ done: @Sendable @escaping (Int) -> Void
  ) async -> [[Skim?]] {
    let places = network.homeModel.places(network.homes)
    let limit = network.doors.options.maximumWalkSeconds
    let isTransit = times.parkAndRide == nil
    return await concurrentMap(
      count: workplaces.count, threads: threads, makeWorker: { Worker(network) },
      done: done
    ) { worker, workplace in
      var column = column(workplace)
      let place = workplaces[workplace]
      let homes = column.indices.filter { column[$0] != nil }
      let doors = homes.map { door(home: $0, workplace) }
      // Over a station nobody goes without a ride.
      let there = isTransit ? places.reaching(place, limitSeconds: limit) : []
      func feeder(_ home: Int) -> Feeder? {
        feeders.isEmpty
          ? nil : feeders[home][times.pair(home: home, workplace: workplace).facility]
      }
      let end = network.doors.door(at: place)
      if !instantJourneys.isEmpty {
        consist(&column, homes, doors, end, there, feeder)
        return column
      }
      rows(&worker.morning, end, doors, homes, there) { home, parts, journey, timetable in
        var measure = self.measure(parts, feeder(home), isMorning: true)
        measure.ride(journey, timetable)
        column[home]?.add(oneOfTwo: measure)
        // The load of the peak: the morning's alone.
        column[home]?.load.junctionRides = junction.isRidden(journey, timetable) ? 1 : 0
      }
      let back = isTransit ? places.reached(from: place, limitSeconds: limit) : []
      rows(&worker.evening, end, doors, homes, back) { home, parts, journey, timetable in
        var measure = self.measure(parts, feeder(home), isMorning: false)
        measure.ride(journey, timetable)
        column[home]?.add(oneOfTwo: measure)
      }
      return column
    }
  }

  /// Of each home by one journey there; the way back is taken to be the same.
  private func consist(
    _ column: inout [Skim?], _ homes: [Int], _ doors: [Door], _ end: Door,
    _ direct: [ReachedPlace], _ feeder: (Int) -> Feeder?
  ) {
    let seconds = CommuteTimes.byPosition(direct)
    var open = Array(homes.indices)
    for (index, journeys) in instantJourneys.enumerated() where !open.isEmpty {
      let ways = open.map { Int(column[homes[$0]]?.seconds ?? 0) }
      var isFound = open.map { _ in false }
      journeys.search(
        end, others: open.map { doors[$0] },
        directSeconds: { seconds[homes[open[$0]]]?.seconds },
        // Whatever is slower than this is not the way that the median tells of.
        maximumSeconds: { index == 0 ? .max : 2 * ways[$0] }
      ) { position, parts, journey, timetable in
        let home = homes[open[position]]
        var measure = self.measure(parts, feeder(home), isMorning: true)
        measure.ride(journey, timetable)
        column[home]?.add(oneOfTwo: measure)
        column[home]?.add(oneOfTwo: measure)
        column[home]?.load.junctionRides = junction.isRidden(journey, timetable) ? 1 : 0
        isFound[position] = true
      }
      let isLast = index == instantJourneys.count - 1
      open = open.indices.filter { !isFound[$0] }.map { open[$0] }.filter { position in
        let home = homes[position]
        guard let way = column[home], let usual = usualWays[home],
          isLast || way.seconds > worthSeconds[home]
        else { return true }
        column[home]?.consist(of: usual)
        return false
      }
    }
  }

  private func door(home: Int, _ workplace: Int) -> Door {
    guard times.parkAndRide != nil else { return network.homeDoors[home] }
    let facility = times.pair(home: home, workplace: workplace).facility
    return times.facilityDoors[home].first { Int32($0.facility) == facility }?.door
      ?? Door(access: [], egress: [])
  }

  private func rows(
    _ search: inout MedianJourneys, _ end: Door, _ doors: [Door], _ homes: [Int],
    _ direct: [ReachedPlace], visit: (Int, JourneyParts, Journey, Timetable) -> Void
  ) {
    let seconds = CommuteTimes.byPosition(direct)
    search.search([end])
    var found: [Int: (Journey, Timetable)] = [:]
    let row = search.row(others: doors, directSeconds: { seconds[homes[$0]]?.seconds }) {
      found[$0] = ($1, $2)
    }
    for (position, home) in homes.enumerated() {
      guard let parts = row.parts[position], let (journey, timetable) = found[position] else {
        continue
      }
      visit(home, parts, journey, timetable)
    }
  }

  /// Of a journey all but the lengths of its rides.
  private func measure(_ parts: JourneyParts, _ feeder: Feeder?, isMorning: Bool) -> WayMeasure {
    var measure = feeder.map { isMorning ? $0.there : $0.back } ?? WayMeasure()
    let walking = network.doors.walking.fallback.speedKilometersPerHour
    let hasRide = parts.rideCount > 0
    let homeSeconds = isMorning || !hasRide ? parts.accessSeconds : parts.egressSeconds
    let workSeconds = parts.accessSeconds + parts.egressSeconds - homeSeconds
    measure.waitSeconds = Double(parts.waitSeconds + parts.transferWaitSeconds)
    measure.changes = Double(max(0, parts.rideCount - 1))
    measure.walk(
      seconds: workSeconds + parts.transferSeconds, speedKilometersPerHour: walking)
    if let feeder {
      let atStation = homeSeconds - (isMorning ? feeder.toSeconds : feeder.fromSeconds)
      measure.walk(seconds: max(0, atStation), speedKilometersPerHour: walking)
    } else if network.homeModel.mode == .walk {
      measure.walk(seconds: homeSeconds, speedKilometersPerHour: walking)
    } else {
      let speed = network.homeModel.fallback.speedKilometersPerHour
      measure.load.activeKilometers += Double(homeSeconds) * speed / 3600
    }
    return measure
  }
}
