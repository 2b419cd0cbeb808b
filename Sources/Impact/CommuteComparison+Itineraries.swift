import Geography
import Routing
import Scenarios
import TransitRouting

extension CommuteComparison {
  /// The itineraries of the three homes that save most, each to the office, to its best site and
  /// back from it.
  func exampleItineraries(
    _ origins: [RunResult.OriginResult]
  ) -> [RunResult.ExampleItinerary] {
    var homes = Set<String>()
    let examples = origins.indices.filter { origins[$0].outcome == .gains }
      .sorted { (origins[$1].hoursPerDay, $0) < (origins[$0].hoursPerDay, $1) }
      .filter { homes.insert(origins[$0].id).inserted }
      .prefix(3)
    return examples.flatMap { position -> [RunResult.ExampleItinerary] in
      let origin = origins[position]
      let group = groups[position]
      let office = scenario.offices[group.office]
      guard let site = scenario.sites.first(where: { $0.id == origin.bestSite }) else { return [] }
      return [
        medianItinerary(group.origin, to: office.coordinate, office.name, isMorning: true),
        medianItinerary(group.origin, to: site.coordinate, site.name, isMorning: true),
        medianItinerary(group.origin, to: site.coordinate, site.name, isMorning: false),
      ].compactMap { $0 }
    }
  }

  /// The journey of the main mode that stands for the median.
  private func medianItinerary(
    _ origin: Int, to place: Coordinate, _ name: String, isMorning: Bool
  ) -> RunResult.ExampleItinerary? {
    let home = scenario.demand.origins[origin]
    let (from, to) = isMorning ? (home.name, name) : (name, home.name)
    let found =
      mode.usesTimetable
      ? transitItinerary(origin, place, from: from, to: to, isMorning: isMorning)
      : directItinerary(home.coordinate, place, from: from, to: to, isMorning: isMorning)
    guard let (itinerary, instant) = found else { return nil }
    let clock = TimeOfDay.text(instant)
    return RunResult.ExampleItinerary(
      title: isMorning ? "\(from) – \(to), by \(clock)" : "\(from) – \(to), from \(clock)",
      direction: isMorning ? "morning" : "evening", itinerary: itinerary)
  }

  /// The journey of the first minute of the window, of several draws in the first one, whose travel
  /// time is the median.
  private func transitItinerary(
    _ origin: Int, _ place: Coordinate, from: String, to: String, isMorning: Bool
  ) -> (Itinerary, instant: Int)? {
    let home = scenario.demand.origins[origin].coordinate
    guard let (homeDoor, homeWay) = homeDoor(origin, place, isMorning: isMorning) else {
      return nil
    }
    let door = network.doors.door(at: place)
    let window = isMorning ? network.arrivals : network.departures
    let (start, end) = isMorning ? (home, place) : (place, home)
    let direct =
      mode == .transit
      ? network.homeModel.seconds(
        from: start, to: end, limitSeconds: network.doors.options.maximumWalkSeconds) : nil
    var position: Int?
    var times = WindowTimes(network.doors, window)
    times.run(fixed: door, others: [homeDoor], directSeconds: { _ in direct }) { _, seconds in
      let inOrder = seconds
      guard let median = Percentiles.nearestRank(&seconds, [50])[0] else { return }
      position = inOrder.firstIndex { Int($0) == median }
    }
    guard let position else { return nil }
    let (doors, _, instant) = network.doors.search(of: position, in: window)
    let journeys = doors.journeys(
      from: isMorning ? homeDoor : door, to: isMorning ? door : homeDoor, directSeconds: direct,
      isMorning ? .backward : .forward, at: instant)
    guard let journey = journeys.last else { return nil }
    let ways = JourneyWays(
      network.doors, from: start, to: end, originWay: isMorning ? homeWay : nil,
      destinationWay: isMorning ? nil : homeWay)
    return (Itinerary(journey, doors.timetable, from: from, to: to, ways: ways), instant)
  }

  /// The door of a home by the main mode: with a vehicle that is left at a station, over the one
  /// that its median commute uses.
  private func homeDoor(
    _ origin: Int, _ place: Coordinate, isMorning: Bool
  ) -> (Door, DoorWay)? {
    guard let ride = times.parkAndRide else {
      return (network.homeDoors[origin], .travel(network.homeModel))
    }
    let workplace = workplaces.firstIndex(of: place) ?? 0
    let facility = times.pair(home: origin, workplace: workplace).facility
    guard
      let way = times.facilityDoors[origin].first(where: { Int32($0.facility) == facility })
    else { return nil }
    let window = isMorning ? network.arrivals : network.departures
    return (
      way.door, .parkAndRide(ride, [way], atSeconds: window.middle)
    )
  }

  /// All the way by car, by bicycle or on foot, at the middle of the window.
  private func directItinerary(
    _ home: Coordinate, _ place: Coordinate, from: String, to: String, isMorning: Bool
  ) -> (Itinerary, instant: Int)? {
    let instant = (isMorning ? network.arrivals : network.departures).middle
    let (start, end) = isMorning ? (home, place) : (place, home)
    let ways: [WayLeg]? =
      switch mode {
      case .car: network.car?.legs(from: start, to: end, at: instant)
      default: JourneyWays.direct(by: network.model(mode), from: start, to: end)
      }
    guard let ways else { return nil }
    let itinerary = Itinerary(
      ways, from: from, to: to, departureSeconds: isMorning ? nil : instant,
      arrivalSeconds: instant)
    return (itinerary, instant)
  }
}
