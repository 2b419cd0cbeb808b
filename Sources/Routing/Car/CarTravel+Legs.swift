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
    if toCar > 0 { legs.append(WayLeg(mode: .walk, endName: "the car", seconds: toCar)) }
    var car = drive
    car.endName = onFoot > 0 ? "the place to park" : nil
    car.seconds += search
    car.remark = remark(from: origin, to: destination, .placeToPlace)
    legs.append(car)
    if onFoot > 0 { legs.append(WayLeg(mode: .walk, seconds: onFoot)) }
    return legs
  }

  /// What is in the time of a drive beside driving.
  func remark(from origin: Coordinate, to destination: Coordinate, _ ends: DriveEnds) -> String? {
    let toCar = ends.beginsAtDoor ? parkingSeconds(at: origin, isArrival: false) : 0
    let onFoot = ends.endsAtDoor ? parkingSeconds(at: destination, isArrival: false) : 0
    let search =
      parkingSeconds(at: destination, isArrival: true)
      - parkingSeconds(at: destination, isArrival: false)
    let parts = [
      (toCar, "to the car"), (search, "to find a place to park (\(zones.id(at: destination)))"),
      (onFoot, "from it"),
    ].filter { $0.0 > 0 }.map { "\(($0.0 + 30) / 60) min \($0.1)" }
    return parts.isEmpty ? nil : "of it " + parts.joined(separator: ", ")
  }
}
