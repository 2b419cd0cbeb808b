public import Geography
import StreetRouting

/// Which ends of a drive are at a door, with the parking of its zone and the walk; the others are at
/// a place with parking of its own, such as a station, that one only has to find a space in.
public enum DriveEnds: Sendable {
  case doorToDoor, doorToPlace, placeToDoor, placeToPlace

  var beginsAtDoor: Bool { self == .doorToDoor || self == .doorToPlace }
  var endsAtDoor: Bool { self == .doorToDoor || self == .placeToDoor }
}

extension CarTravel {
  /// What the zone of a door adds to a drive that begins or ends there, in seconds.
  public func parkingSeconds(at door: Coordinate, isArrival: Bool) -> Int {
    let row = parking.row(zones.id(at: door))
    let minutes = row.walkMinutes + (isArrival ? row.searchMinutes : 0)
    return Int((minutes * 60).rounded())
  }

  /// Where one arrives at a place with parking of its own, one looks for it as in its zone.
  private func endSeconds(_ place: Coordinate, _ ends: DriveEnds) -> Int {
    let all = parkingSeconds(at: place, isArrival: true)
    return ends.endsAtDoor ? all : all - parkingSeconds(at: place, isArrival: false)
  }

  /// Times from each origin to the destinations within a limit, parking included.
  ///
  /// - Parameter seconds: the time of the day whose congestion counts.
  /// - Returns: for each origin the destinations that it reaches, by position.
  public func times(
    from origins: [Coordinate], to destinations: [Coordinate], at seconds: Int,
    _ ends: DriveEnds = .doorToDoor, limitSeconds: Int, threads: Int
  ) async -> [[ReachedPlace]] {
    let start = origins.map { ends.beginsAtDoor ? parkingSeconds(at: $0, isArrival: false) : 0 }
    let end = destinations.map { endSeconds($0, ends) }
    var rows: [[ReachedPlace]] = []
    await travel(at: seconds).forEachRow(
      from: origins, to: destinations, await weights(at: seconds, threads: threads),
      limitSeconds: limitSeconds, threads: threads
    ) { from, row in
      rows.append(
        row.compactMap {
          var reached = $0
          reached.time.seconds += start[from] + end[reached.position]
          return reached.time.seconds <= limitSeconds ? reached : nil
        })
    }
    return rows
  }

  /// The sentence that stands with every result.
  public var basisSentence: String {
    let network = streets.source.description
    let roads =
      streets.source.isApproximate
      ? "\(network) (approximate: from a place to the nearest road × 1.3 at 30 km/h)" : network
    let traffic =
      congestion.rows.isEmpty
      ? "at free flow (no congestion is known)"
      : "with the congestion of the hour by zone and class of road"
    let ends =
      parking.rows.isEmpty
      ? "without any time to park" : "search for parking and walk from it by zone"
    return "along the roads of \(roads), \(traffic), \(ends)"
  }
}
