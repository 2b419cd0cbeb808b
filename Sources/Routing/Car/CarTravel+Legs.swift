public import Geography
import StreetRouting

extension CarTravel {
  /// A drive leg by leg: to the car, the drive with the search for a place to park, from there.
  ///
  /// - Parameter seconds: the time of the day whose congestion counts.
  /// - Returns: `nil` where it takes longer than a day or there is no way.
  public func legs(from origin: Coordinate, to destination: Coordinate, at seconds: Int)
    -> [WayLeg]?
  {
    guard let drive = JourneyWays.leg(by: travel(at: seconds), from: origin, to: destination) else {
      return nil
    }
    let toCar = parkingSeconds(at: origin, isArrival: false)
    let onFoot = parkingSeconds(at: destination, isArrival: false)
    let search = parkingSeconds(at: destination, isArrival: true) - onFoot
    var legs: [WayLeg] = []
    if toCar > 0 {
      legs.append(WayLeg(statedWalkSeconds: toCar, endName: "the car"))
    }
    legs.append(
      WayLeg(
        mode: .car, endName: onFoot > 0 ? "a place to park" : nil, seconds: drive.seconds + search,
        route: drive.route))
    if onFoot > 0 { legs.append(WayLeg(statedWalkSeconds: onFoot)) }
    return legs
  }
}
