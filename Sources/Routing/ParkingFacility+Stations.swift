import Geography
public import TransitRouting

extension ParkingFacility {
  /// Every railway station, taken to have places for cars and bicycles: an assumption, for where no
  /// list of facilities is at hand.
  ///
  /// - Parameter zones: where nobody leaves a car or bicycle to go on by train.
  public static func railwayStations(
    _ timetable: Timetable, outside zones: TravelZones
  ) -> [ParkingFacility] {
    var isStation = [Bool](repeating: false, count: timetable.stops.count)
    for trip in timetable.trips.indices
    where timetable.routes[timetable.trips[trip].route.position].mode == .rail {
      for event in timetable.events(of: TripIndex(trip)) where event.canBoard {
        isStation[timetable.station(of: event.stop).position] = true
      }
    }
    return timetable.stops.indices.filter { isStation[$0] }.compactMap { position in
      let stop = timetable.stops[position]
      guard stop.coordinate.isValid, zones.id(at: stop.coordinate) == TravelZones.elsewhere else {
        return nil
      }
      return ParkingFacility(
        id: stop.id, name: stop.name, coordinate: stop.coordinate, takesCars: true,
        takesBicycles: true)
    }
  }
}
