import Geography
import PrincipalRoads
import Routing
import Scenarios
import Surroundings

/// The places that the document names beside a station or a motorway.
struct ProximityFacts {
  static let topic = "golden proximities"
  /// When the drive to an exit begins: in the morning peak.
  static let driveSeconds = 8 * 3600
  /// What "at a strategic point near" an exit or station is taken to mean, an assumption.
  static let strategicMeters = 1_000.0

  let surroundings: Surroundings
  let walking: any TravelModel
  let car: CarTravel

  func facts(_ proximities: [DocumentProximity], _ records: [SiteRecord]) -> [Fact] {
    proximities.map { proximity in
      fact(proximity, records.first { $0.site.id == proximity.siteID })
    }
      + [strategicPoints(records)]
  }

  private func fact(_ proximity: DocumentProximity, _ record: SiteRecord?) -> Fact {
    let place = record?.site.coordinate
    let near = place.flatMap { place in
      switch proximity.kind {
      case .station: surroundings.station(named: proximity.target, near: place)
      case .road: surroundings.road(proximity.target, near: place)
      }
    }
    let title = record?.site.name ?? proximity.siteID
    let distance = near.map { near in
      Estimate(
        meters: near.meters,
        uncertaintyMeters: (record?.precisionMeters ?? 0) + near.precisionMeters)
    }
    var notes = ["“\(proximity.words)” is taken as within \(Fact.number(proximity.withinMeters)) m"]
    if record == nil { notes.append("the catalogue has no record \(proximity.siteID)") }
    if record != nil, near == nil { notes.append("the network has no \(proximity.targetName)") }
    if let place { notes += ways(proximity, from: place) }
    return Fact(
      Self.topic, "\(title) to \(proximity.targetName)",
      claim: Claim(.lessThan, proximity.withinMeters), ours: distance, unit: "m",
      tension: proximity.tension, note: notes.joined(separator: "; "), source: CountFacts.document)
  }

  /// On foot to the station or by car to the exit, and the nearest station of all.
  private func ways(_ proximity: DocumentProximity, from place: Coordinate) -> [String] {
    var notes: [String] = []
    switch proximity.kind {
    case .station:
      if let near = surroundings.station(named: proximity.target, near: place),
        let time = walking.time(from: place, to: near.coordinate, limitSeconds: 7200)
      {
        notes.append("\(Self.minutes(time.seconds)) min on foot, \(walking.basis.sentence)")
      }
    case .road:
      if let exit = surroundings.exit(of: proximity.target, near: place),
        let time = car.travel(at: Self.driveSeconds).time(
          from: place, to: exit.coordinate, limitSeconds: 7200)
      {
        notes.append(
          "\(Self.minutes(time.seconds)) min by car at 08:00 to \(exit.name), "
            + "on the principal roads")
      }
    }
    if let near = surroundings.station(near: place) {
      notes.append("nearest metro or railway station: \(near.name), \(Fact.number(near.meters)) m")
    }
    return notes
  }

  private static func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

  /// The share of the second ring's records near a motorway exit or a metro or railway station.
  private func strategicPoints(_ records: [SiteRecord]) -> Fact {
    let ring = records.filter { $0.site.zone == Zone.secondRing.rawValue }
    let distances = ring.map { record -> Estimate in
      let place = record.site.coordinate
      let near = [surroundings.station(near: place), surroundings.motorwayExit(near: place)]
        .compactMap { $0 }
      let bounds = near.map {
        Estimate(
          meters: $0.meters, uncertaintyMeters: record.precisionMeters + $0.precisionMeters)
      }
      return Estimate(
        lowest: bounds.map(\.lowest).min() ?? .infinity,
        best: bounds.map(\.best).min() ?? .infinity,
        highest: bounds.map(\.highest).min() ?? .infinity)
    }
    func share(_ bound: (Estimate) -> Double) -> Double {
      100 * Double(distances.count { bound($0) <= Self.strategicMeters }) / Double(ring.count)
    }
    return Fact(
      Self.topic, "second ring: near a motorway exit or a metro or railway station",
      claim: Claim(.moreThan, 50),
      ours: ring.isEmpty
        ? nil
        : Estimate(
          lowest: share(\.highest), best: share(\.best), highest: share(\.lowest)),
      unit: "%", decimals: 1,
      note: "“mostly” is taken as more than half, “near” as within "
        + "\(Fact.number(Self.strategicMeters)) m; of \(ring.count) records",
      source: CountFacts.document)
  }
}
