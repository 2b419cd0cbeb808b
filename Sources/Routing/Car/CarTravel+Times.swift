public import Geography
import StreetRouting

/// Which ends of a drive are at a door, with the parking of its zone; the others are at a place
/// with parking of its own, such as a station.
public enum DriveEnds: Sendable {
  case doorToDoor, doorToPlace, placeToDoor

  var beginsAtDoor: Bool { self != .placeToDoor }
  var endsAtDoor: Bool { self != .doorToPlace }
}

extension CarTravel {
  /// What the zone of a door adds to a drive that begins or ends there, in seconds.
  public func parkingSeconds(at door: Coordinate, isArrival: Bool) -> Int {
    let row = parking.row(zones.id(at: door))
    let minutes = row.walkMinutes + (isArrival ? row.searchMinutes : 0)
    return Int((minutes * 60).rounded())
  }

  /// Times from each origin to the destinations within a limit, parking included.
  ///
  /// - Parameter seconds: the time of the day whose congestion counts.
  /// - Returns: for each origin the destinations that it reaches, by position.
  public func times(
    from origins: [Coordinate], to destinations: [Coordinate], at seconds: Int,
    _ ends: DriveEnds = .doorToDoor, limitSeconds: Int, threads: Int
  ) async -> [[ReachedPlace]] {
    let network = travel(at: seconds).network
    let origin = origins.map { network.position(at: $0) }
    let destination = destinations.map { network.position(at: $0) }
    let start = origins.map { ends.beginsAtDoor ? parkingSeconds(at: $0, isArrival: false) : 0 }
    let end = destinations.map { ends.endsAtDoor ? parkingSeconds(at: $0, isArrival: true) : 0 }
    let matrix = StreetMatrix(
      network, await weights(at: seconds, threads: threads), to: destination)
    var rows: [[ReachedPlace]] = []
    await matrix.forEachRow(from: origin, threads: threads) { from, milliseconds in
      rows.append(
        destinations.indices.compactMap { to in
          var time: TravelTime?
          if origin[from] == nil || destination[to] == nil {
            time = Self.fallback.time(
              from: origins[from], to: destinations[to], limitSeconds: limitSeconds)
          } else if milliseconds[to] < StreetMatrix.unreachable {
            time = TravelTime(milliseconds: milliseconds[to])
          }
          guard var time else { return nil }
          time.seconds += start[from] + end[to]
          return time.seconds <= limitSeconds ? ReachedPlace(position: to, time: time) : nil
        })
    }
    return rows
  }

  /// The sentence that stands with every result.
  public var basisSentence: String {
    let network = streets.source.name
    let roads =
      streets.source.isApproximate
      ? "\(network) (approximate: from a place to the nearest road × 1.3 at 30 km/h)" : network
    return
      "along the roads of \(roads), with the congestion of the hour by zone and class of road, "
      + "search for parking and walk from it by zone"
  }
}
