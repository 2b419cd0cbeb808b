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
    let name = zones.id(at: destination)
    var legs: [WayLeg] = []
    if toCar > 0 { legs.append(WayLeg(mode: .walk, endName: "the car", seconds: toCar)) }
    var car = drive
    car.endName = onFoot > 0 ? "the place to park" : nil
    car.seconds += search
    if search > 0 {
      car.remark = "\((search + 30) / 60) min of it to find a place to park (\(name))"
    }
    legs.append(car)
    if onFoot > 0 { legs.append(WayLeg(mode: .walk, seconds: onFoot)) }
    return legs
  }
}
