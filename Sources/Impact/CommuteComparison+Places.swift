public import Findings
import Geography
import Routing
import Scenarios
import TransitRouting

extension CommuteComparison {
  /// One row for each municipality, most people first.
  func municipalityResults(
    _ origins: [RunResult.OriginResult]
  ) -> [RunResult.MunicipalityResult] {
    Dictionary(grouping: origins) { $0.municipality.isEmpty ? $0.name : $0.municipality }
      .map { municipalityResult($0.value) }
      .sorted { ($1.people, $0.nis, $0.name) < ($0.people, $1.nis, $1.name) }
  }

  private func municipalityResult(
    _ origins: [RunResult.OriginResult]
  ) -> RunResult.MunicipalityResult {
    let compared = origins.filter { $0.savedSecondsOneWay != nil }
    let gaining = origins.filter { $0.outcome == .gains }
    let hours = gaining.reduce(0) { $0 + $1.hoursPerDay }
    let bySite = Dictionary(grouping: gaining) { $0.bestSite ?? "" }
      .map { (site: $0.key, people: $0.value.people { _ in true }) }
      .sorted { ($1.people, $0.site) < ($0.people, $1.site) }
    return RunResult.MunicipalityResult(
      nis: origins.first?.municipality ?? "", name: origins.first?.municipalityName ?? "",
      people: origins.people { _ in true }, peopleGaining: gaining.people { _ in true },
      peopleLosing: origins.people { $0.outcome == .loses },
      peopleNotCompared: origins.people { $0.savedSecondsOneWay == nil },
      central: WeightedMean.commute(compared.map { ($0.people, $0.central) }),
      best: WeightedMean.commute(
        compared.compactMap { origin in origin.best.map { (origin.people, $0) } }),
      savedSecondsOneWay: WeightedMean.of(gaining) { $0.savedSecondsOneWay },
      hoursSavedPerDay: hours, hoursSavedPerYear: perYear(hours), topSite: bySite.first?.site)
  }

  /// What walking stood on, homes that no stop is near, and what every saving takes for granted.
  public func routingNotes() -> [Finding] {
    var notes = [
      Finding(
        "walking_basis", .warning, file: scenario.file,
        message: "walks: \(network.doors.walking.basis.sentence)")
    ]
    if scenario.access.homeMode == .bike {
      notes.append(
        Finding(
          "home_access_basis", .warning, file: scenario.file,
          message: "from home to the first stop and back by bicycle: "
            + network.homeModel.basis.sentence))
    }
    let cut = scenario.demand.origins.indices.filter { network.homeDoors[$0].access.isEmpty }
    if !cut.isEmpty {
      let people = cut.reduce(0) { $0 + scenario.demand.origins[$1].people }
      notes.append(
        Finding(
          "home_without_stop", .warning, file: scenario.file,
          message: "\(Int(people.rounded())) people live in \(cut.count) places without a served "
            + "stop within \(Int(scenario.access.maximumWalkMinutes.value)) minutes; they reach "
            + "nothing by public transport",
          remedy: "import the feeds that serve them or raise access.max_walk_minutes"))
    }
    return notes + [
      Finding(
        "public_transport_only", .info, file: scenario.file,
        message: "everyone is taken to travel by public transport, to the office and to a site; "
          + "what those save who drive is not known here"),
      Finding(
        "seats_not_counted", .info, file: scenario.file,
        message: "a site takes everyone for whom it is the best; its seats are not counted"),
    ]
  }

  /// Where the hours are saved: a site in the centre, beside a main station, saves some too, which
  /// says nothing of decentralised ones.
  func zoneNotes(_ sites: [RunResult.SiteResult]) -> [Finding] {
    let total = sites.reduce(0) { $0 + $1.hoursSavedPerDay }
    guard total > 0, sites.contains(where: { !$0.zone.isEmpty }) else { return [] }
    let shares = Dictionary(grouping: sites) { $0.zone.isEmpty ? "unknown" : $0.zone }
      .map { zone, sites in
        (zone: zone, percent: sites.reduce(0) { $0 + $1.hoursSavedPerDay } / total * 100)
      }
      .sorted { ($1.percent, $0.zone) < ($0.percent, $1.zone) }
      .map { "\($0.zone) \(Int($0.percent.rounded())) %" }
    return [
      Finding(
        "savings_by_zone", .info, file: scenario.file,
        message: "the hours saved, by the zone of the site: \(shares.joined(separator: ", "))")
    ]
  }

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

  /// The journey of the first minute of the window whose travel time is the median.
  private func medianItinerary(
    _ origin: Int, to place: Coordinate, _ name: String, isMorning: Bool
  ) -> RunResult.ExampleItinerary? {
    let home = scenario.demand.origins[origin]
    let door = network.doors.door(at: place)
    let window = isMorning ? network.arrivals : network.departures
    let direct = network.directSeconds(home.coordinate, place)
    var instant: Int?
    var times = WindowTimes(network.doors, window)
    times.run(fixed: door, others: [network.homeDoors[origin]], directSeconds: { _ in direct }) {
      _, seconds in
      let inOrder = seconds
      guard let median = Percentiles.nearestRank(&seconds, [50])[0] else { return }
      instant = inOrder.firstIndex { Int($0) == median }.map { window.instants[$0] }
    }
    guard let instant else { return nil }
    let (from, to) = isMorning ? (home.name, name) : (name, home.name)
    let journeys = network.doors.journeys(
      from: isMorning ? network.homeDoors[origin] : door,
      to: isMorning ? door : network.homeDoors[origin], directSeconds: direct,
      isMorning ? .backward : .forward, at: instant)
    guard let journey = journeys.last else { return nil }
    let clock = TimeOfDay.text(instant)
    let homeMode: Itinerary.Mode = scenario.access.homeMode == .bike ? .bike : .walk
    return RunResult.ExampleItinerary(
      title: isMorning ? "\(from) – \(to), by \(clock)" : "\(from) – \(to), from \(clock)",
      direction: isMorning ? "morning" : "evening",
      itinerary: Itinerary(
        journey, timetable, from: from, to: to, originMode: isMorning ? homeMode : .walk,
        destinationMode: isMorning ? .walk : homeMode))
  }

  /// The areas of municipalities where people live, and the Region's border; to about 10 m.
  func boundaries() -> [RunResult.Boundary] {
    let inhabited = Set(scenario.demand.origins.map(\.municipality))
    return scenario.areas.filter { $0.id == "region" || inhabited.contains($0.id) }.map { area in
      RunResult.Boundary(
        id: area.id,
        polygons: area.geometry.polygons.map { $0.map { $0.map(Self.rounded) } })
    }
  }

  private static func rounded(_ place: Coordinate) -> Coordinate {
    Coordinate(
      latitude: (place.latitude * 10_000).rounded() / 10_000,
      longitude: (place.longitude * 10_000).rounded() / 10_000)
  }
}
